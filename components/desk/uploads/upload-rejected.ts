import type { MediaFacts } from '@/lib/document/media-facts';

/** What the library says of a file that it accepted. */
export interface Sent {
  media: MediaFacts;
  /** Whether the same file was there before. */
  isKnown: boolean;
}

/** What prevented an upload when our server did not answer. */
export type UploadProblem =
  /** The server was not reached. */
  | 'unreachable'
  /** A server in front of ours refused the size, and said so. */
  | 'tooLarge'
  /** A server in front of ours cut the connection, as one does that refuses the size. */
  | 'likelyTooLarge';

/** Why a file was not uploaded: the server's message, or what prevented it. */
export class UploadRejected extends Error {
  /** The session has ended: the same file may be accepted after signing in again. */
  readonly isSignedOut: boolean;
  /** The file itself is not acceptable: the same one never will be. */
  readonly isFinal: boolean;

  constructor(
    message: string,
    readonly obstacle: UploadProblem | null = null,
    { isSignedOut = false, isFinal = false } = {},
  ) {
    super(message);
    this.name = 'NotTakenIn';
    this.isSignedOut = isSignedOut;
    this.isFinal = isFinal;
  }
}

/** What is sent with a file, and how its progress is reported. */
export interface SendOptions {
  /** The medium that the file replaces. */
  replaces?: string;
  /** Called with how much has been sent, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/** Our server's answer when it refuses something. */
export type Refused = { ok: false; code?: string; message: string };

/**
 * Returns why something was not uploaded.
 * @param answer of our server; null when something in between answered.
 * @param status the HTTP status of the answer.
 */
export function rejection(answer: Refused | null, status: number): UploadRejected {
  if (answer) {
    const { message, code } = answer;
    return new UploadRejected(message, null, {
      isSignedOut: code === 'signed_out',
      isFinal: code === 'invalid',
    });
  }
  return new UploadRejected('', status === 413 ? 'tooLarge' : 'unreachable');
}
