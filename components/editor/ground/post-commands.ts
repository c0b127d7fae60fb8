import type { Answer } from '@/lib/errors';

/** What the last command came to; `isLive` adds the way to the post. */
export interface Notice {
  text: string;
  isTrouble: boolean;
  isLive?: boolean;
}

/** Work for the server: it gets the version of the draft that is saved by then. */
export type ServerWork<T> = (draftVersion: number) => Promise<Answer<T>>;

/** Runs commands on the open post. */
export interface PostCommands {
  /** Saves everything, then asks the server. @returns null when it was refused. */
  run: <T>(work: ServerWork<T>, done: Omit<Notice, 'isTrouble'>) => Promise<T | null>;
  notice: Notice | null;
  isBusy: boolean;
}
