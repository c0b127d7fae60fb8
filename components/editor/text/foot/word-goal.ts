/** How many words the text should have, for those who write it. */
export interface WordGoal {
  /** Null without a goal. */
  words: number | null;
  /** Sets another goal, or removes it. @returns whether the server took it. */
  set: (words: number | null) => Promise<boolean>;
}
