import type { IncomingMessage } from 'node:http';

/**
 * Limits how long a request's body may take to arrive, so that slow senders cannot hold connections.
 * @param onLate called when the body is not complete after `bodyMs`.
 */
export function limitBody(request: IncomingMessage, bodyMs: number, onLate: () => void): void {
  const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers;
  if (coding === undefined && Number(length) === 0) return;
  // A body that nobody reads can be complete without having ended.
  const timer = setTimeout(() => request.complete || onLate(), bodyMs);
  const stop = () => clearTimeout(timer);
  request.once('end', stop).once('close', stop);
}
