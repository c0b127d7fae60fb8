import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerTotals } from './answer-counts';

interface Options {
  /** Throws when the publication is not well. */
  check: () => void;
  /** With it, the operator sees details: `Authorization: Bearer …`. */
  token: string;
  totals: () => AnswerTotals;
}

/**
 * Says whether the publication works: “ok” to everybody, and how many answers it gave to the operator.
 * The network address proves nothing: behind a proxy on this machine everybody has that of the machine.
 */
export function healthRoom({ check, token, totals }: Options) {
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

/** Equal lengths, whatever was sent, as the comparison needs them. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
