import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnswerTotals } from '../answer-counts';
import type { CacheCounts } from '../reader-cache';
import type { LastingFault } from './health-watch';

interface Options {
  /** Returns what does not work now. */
  faults: () => readonly LastingFault[];
  /** The token for details, sent as `Authorization: Bearer …`. */
  token: string;
  totals: () => AnswerTotals & { pages: CacheCounts };
}

/**
 * Reports whether the publication works: “ok”, or 503 with the parts that fail, to everyone; the reasons and the
 * number of its answers to the operator. The network address proves nothing: behind a proxy on this machine, every
 * client has this machine's address.
 */
export function healthHandler({ faults, token, totals }: Options) {
  const startedAt = new Date().toISOString();
  const expected = digest(`Bearer ${token}`);
  return (request: IncomingMessage, response: ServerResponse): void => {
    const found = faults();
    const status = found.length === 0 ? 200 : 503;
    const isOperator = timingSafeEqual(digest(request.headers.authorization ?? ''), expected);
    const type = isOperator ? 'application/json' : 'text/plain';
    response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' });
    response.end(`${isOperator ? detailsOf(found, { startedAt, ...totals() }) : wordsOf(found)}\n`);
  };
}

function wordsOf(faults: readonly LastingFault[]): string {
  return faults.length === 0 ? 'ok' : [...new Set(faults.map(({ part }) => part))].join(' ');
}

function detailsOf(faults: readonly LastingFault[], facts: object): string {
  const failing = faults.map(({ since, ...fault }) => ({ ...fault, since: new Date(since).toISOString() }));
  const status = faults.length === 0 ? 'ok' : 'failing';
  return JSON.stringify({ status, ...(faults.length > 0 && { failing }), ...facts }, null, 2);
}

/** Hashes a text, because the comparison needs equal lengths whatever was sent. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
