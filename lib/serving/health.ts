import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerTotals } from './answer-counts';

interface Options {
  /** Throws when the publication does not work. */
  check: () => void;
  /** The token for details, sent as `Authorization: Bearer …`. */
  token: string;
  totals: () => AnswerTotals;
}

/**
 * Reports whether the publication works: “ok” to everyone, and the number of its answers to the operator. The
 * network address proves nothing: behind a proxy on this machine, every client has this machine's address.
 */
export function healthHandler({ check, token, totals }: Options) {
  const startedAt = new Date().toISOString();
  const expected = digest(`Bearer ${token}`);
  return (request: IncomingMessage, response: ServerResponse): void => {
    check();
    if (!timingSafeEqual(digest(request.headers.authorization ?? ''), expected)) {
      response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('ok\n');
      return;
    }
    const details = { status: 'ok', startedAt, ...totals() };
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(`${JSON.stringify(details, null, 2)}\n`);
  };
}

/** Hashes a text, because the comparison needs equal lengths whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
