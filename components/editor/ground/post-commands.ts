import type { Answer } from '@/lib/errors';

/** The result of the last command; `isLive` adds a link to the post. */
export interface Notice {
  text: string;
  isTrouble: boolean;
  isLive?: boolean;
}

/** A server call; it receives the version of the draft after saving. */
export type ServerWork<T> = (draftVersion: number) => Promise<Answer<T>>;

/** Runs commands on the open post. */
export interface PostCommands {
  /** Saves everything, then calls the server. @returns null when the call was refused. */
  run: <T>(work: ServerWork<T>, done: Omit<Notice, 'isTrouble'>) => Promise<T | null>;
  notice: Notice | null;
  isBusy: boolean;
}
