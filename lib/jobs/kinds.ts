import { z } from 'zod';

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How the jobs of one kind are treated. */
export interface JobRules {
  /** The name in the rows, including those written by triggers. */
  name: string;
  /** Whether a job that equals a waiting one is merged with it. */
  isMerged: boolean;
  /** After how many failed attempts a job is marked as failed. */
  attempts: number;
  /** The pause after the first failure; it doubles with each further one, up to the longest. */
  firstPauseMs: number;
  longestPauseMs: number;
  /** For a repeating kind: how long after it is done the next job is due. */
  everyMs?: number;
}

/** A kind of job, and the payload of its jobs. */
export interface JobKind<P> extends JobRules {
  payload: z.ZodType<P>;
}

/**
 * Publishes one scheduled post. Retried for about sixteen hours: a post that does not appear is what an
 * author notices first.
 */
export const publishPost: JobKind<{ postId: number }> = {
  name: 'publishPost',
  payload: z.object({ postId: z.number().int() }),
  isMerged: true,
  attempts: 200,
  firstPauseMs: 500,
  longestPauseMs: 5 * MINUTE_MS,
};

/** Unpins one post from the front page at its time. Retried for about sixteen hours. */
export const endPin: JobKind<{ postId: number }> = {
  name: 'endPin',
  payload: z.object({ postId: z.number().int() }),
  isMerged: true,
  attempts: 200,
  firstPauseMs: 500,
  longestPauseMs: 5 * MINUTE_MS,
};

/** Requests a purge of each edge after a change that readers see. */
export const purgeEdges: JobKind<Record<string, never>> = {
  name: 'purgeEdges',
  payload: z.strictObject({}),
  isMerged: true,
  attempts: 200,
  firstPauseMs: 500,
  longestPauseMs: 5 * MINUTE_MS,
};

/** Purges one edge. Retried for a little more than a day; by then an edge has dropped its copies anyway. */
export const purgeEdge: JobKind<{ url: string }> = {
  name: 'purgeEdge',
  payload: z.object({ url: z.url() }),
  isMerged: true,
  attempts: 36,
  firstPauseMs: SECOND_MS,
  longestPauseMs: HOUR_MS,
};

/** Deletes one post that has been in the bin for too long. Retried for about four hours. */
export const purgePost: JobKind<{ postId: number }> = {
  name: 'purgePost',
  payload: z.object({ postId: z.number().int() }),
  isMerged: true,
  attempts: 10,
  firstPauseMs: MINUTE_MS,
  longestPauseMs: HOUR_MS,
};

/** Looks for posts that have been in the bin for too long. It repeats anyway, so it never fails for good. */
export const emptyBin: JobKind<Record<string, never>> = {
  name: 'emptyBin',
  payload: z.strictObject({}),
  isMerged: true,
  attempts: Number.POSITIVE_INFINITY,
  firstPauseMs: MINUTE_MS,
  longestPauseMs: HOUR_MS,
  everyMs: HOUR_MS,
};

/** Erases what deleted posts leave in the database file. Retried for a day. */
export const eraseWords: JobKind<Record<string, never>> = {
  name: 'eraseWords',
  payload: z.strictObject({}),
  isMerged: true,
  attempts: 30,
  firstPauseMs: 10 * SECOND_MS,
  longestPauseMs: HOUR_MS,
};

/** The medium whose texts are rendered again, and the last post that is done. */
export type TextsToRender = { mediaId: string; after: number };

/** Renders the next texts with a medium that changed. Retried for a day: readers see its former words meanwhile. */
export const renderTexts: JobKind<TextsToRender> = {
  name: 'renderTexts',
  payload: z.object({ mediaId: z.string(), after: z.number().int() }),
  isMerged: true,
  attempts: 30,
  firstPauseMs: SECOND_MS,
  longestPauseMs: HOUR_MS,
};

/**
 * Backs up everything, requested at the desk. Retried once: another backup may be under way, but a disk that is
 * full needs somebody.
 */
export const backUp: JobKind<{ askedBy: number | null }> = {
  name: 'backUp',
  payload: z.object({ askedBy: z.number().int().nullable() }),
  isMerged: true,
  attempts: 2,
  firstPauseMs: MINUTE_MS,
  longestPauseMs: MINUTE_MS,
};

/** The kinds that this version can do. */
const KINDS: readonly JobRules[] = [
  publishPost,
  endPin,
  purgeEdges,
  purgeEdge,
  purgePost,
  emptyBin,
  eraseWords,
  renderTexts,
  backUp,
];

/** Whether this version can do jobs of the kind; another version may have written the row. */
export function isKnownKind(name: string): boolean {
  return KINDS.some((kind) => kind.name === name);
}
