import type { MediaFacts } from '@/lib/media/media-facts';

/** What the library says of a file that it took in. */
export interface Sent {
  media: MediaFacts;
  /** Whether the same file was there before. */
  isKnown: boolean;
}

/** Why a file was not taken in: the server's sentence, or nothing when the server was not reached. */
export class NotTakenIn extends Error {
  constructor(
    message: string,
    readonly isUnreachable: boolean,
    /** The session has ended: the same file may be taken in after signing in again. */
    readonly isSignedOut = false,
  ) {
    super(message);
    this.name = 'NotTakenIn';
  }
}

/** What goes along with a file, and what is told of its way. */
export interface Sending {
  /** The medium in whose place the file is put. */
  replaces?: string;
  /** Told how much has gone out, from 0 to 1. */
  onProgress: (share: number) => void;
  signal: AbortSignal;
}

/**
 * Sends one file to the library. Only `XMLHttpRequest` tells how much of a file has gone out.
 * @throws NotTakenIn when it was refused or the server was not reached.
 */
export function sendFile(file: File, { replaces, onProgress, signal }: Sending): Promise<Sent> {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ name: file.name, ...(replaces && { replaces }) });
  request.open('POST', `/admin/media/upload?${query}`);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total ? loaded / total : 0));
  signal.addEventListener('abort', () => request.abort(), { once: true });
  return new Promise((done, fail) => {
    const unreachable = () => fail(new NotTakenIn('', true));
    request.addEventListener('error', unreachable);
    request.addEventListener('timeout', unreachable);
    request.addEventListener('abort', unreachable);
    request.addEventListener('load', () => {
      const answer = answerOf(request);
      if (answer?.ok) done(answer.value);
      else fail(notTakenIn(answer));
    });
    request.send(file);
  });
}

type Refused = { ok: false; code?: string; message: string };

/** Why the server did not take something in; null when something between us answered. */
export function notTakenIn(answer: Refused | null): NotTakenIn {
  return new NotTakenIn(answer?.message ?? '', !answer, answer?.code === 'signed_out');
}

/** The answer of our server; null when something between us answered. */
function answerOf(request: XMLHttpRequest): { ok: true; value: Sent } | Refused | null {
  if (!request.getResponseHeader('content-type')?.includes('json')) return null;
  return JSON.parse(request.responseText) as { ok: true; value: Sent } | Refused;
}
