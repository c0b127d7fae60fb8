import { IncomingMessage } from 'node:http';
import { waitsToContinue } from './continue-when-read';
import type { Limits } from './route';

/**
 * A body must bring this much within this time, unless it is the server that is slow to read it. A phone between two
 * networks may be silent for a while.
 */
export const PROGRESS_MS = 30_000;
const PROGRESS_BYTES = 5000;

/** What ends a request whose body breaks a limit. */
interface Ends {
  onTooSlow: () => void;
  onTooLong: () => void;
}

/** Checks whether a request announces a body. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Limits the body of a request: its bytes, counted as they arrive if the length is not announced, the time it
 * takes, and how slowly it may come, so that slow senders cannot hold connections.
 * @returns false when it announces more than allowed: then it must not be read at all.
 */
export function limitBody(
  request: IncomingMessage,
  { bodyBytes, bodyMs }: Pick<Limits, 'bodyBytes' | 'bodyMs'>,
  { onTooSlow, onTooLong }: Ends,
): boolean {
  if (!hasBody(request)) return true;
  if (Number(request.headers['content-length'] ?? 0) > bodyBytes) {
    onTooLong();
    return false;
  }
  const stop = () => {
    clearTimeout(timer);
    clearInterval(watch);
  };
  let bytes = 0;
  let bytesBefore = 0;
  countBytes(request, (more) => {
    bytes += more;
    if (bytes <= bodyBytes) return true;
    stop();
    onTooLong();
    return false;
  });
  const end = () => {
    stop();
    // A body that nobody reads can be complete without having ended.
    if (!request.complete) onTooSlow();
  };
  const timer = setTimeout(end, bodyMs);
  const watch = setInterval(() => {
    // What waits to be read, or to be sent, is late because of us.
    const isOurs = request.readableLength > 0 || request.complete || waitsToContinue(request);
    if (!isOurs && bytes - bytesBefore < PROGRESS_BYTES) end();
    bytesBefore = bytes;
  }, PROGRESS_MS);
  request.once('end', stop).once('close', stop);
  return true;
}

/**
 * Counts a body where Node's parser hands it over: a listener for `data` would start to read it, before
 * whoever it is for.
 * @param count returns false when the rest must not arrive.
 */
function countBytes(request: IncomingMessage, count: (bytes: number) => boolean): void {
  let isOver = false;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    if (isOver) return false;
    if (chunk && !count(chunk.length)) {
      isOver = true;
      return false;
    }
    return IncomingMessage.prototype.push.call(request, chunk, encoding);
  };
}
