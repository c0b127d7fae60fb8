import type { MediaFacts } from '@/lib/document/media-facts';

/** What the library says of a file that it took in. */
export interface Sent {
  media: MediaFacts;
  /** Whether the same file was there before. */
  isKnown: boolean;
}

/** What kept a file from the library when our server said nothing of it. */
export type UploadProblem =
  /** It was not reached. */
  | 'unreachable'
  /** A server in front of it refused the size, and said so. */
  | 'tooLarge'
  /** A server in front of it cut the connection, as one does that refuses the size. */
  | 'likelyTooLarge';

/** Why a file was not taken in: the server's sentence, or what kept it from there. */
export class UploadRejected extends Error {
  constructor(
    message: string,
    readonly obstacle: UploadProblem | null = null,
    /** The session has ended: the same file may be taken in after signing in again. */
    readonly isSignedOut = false,
  ) {
    super(message);
    this.name = 'NotTakenIn';
  }
}

/** What goes along with a file, and what is told of its way. */
export interface SendOptions {
  /** The medium in whose place the file is put. */
  replaces?: string;
  /** Told how much has gone out, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** What our server says when it does not take something in. */
export type Refused = { ok: false; code?: string; message: string };

/**
 * Why something was not taken in.
 * @param answer of our server; null when something between us answered.
 * @param status the HTTP status of the answer.
 */
export function rejection(answer: Refused | null, status: number): UploadRejected {
  if (answer) return new UploadRejected(answer.message, null, answer.code === 'signed_out');
  return new UploadRejected('', status === 413 ? 'tooLarge' : 'unreachable');
}
