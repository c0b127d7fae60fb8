import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * The longest target, path and query, that is looked at. RFC 9110 asks every server for 8,000 octets at
 * least, and nginx takes 8 KB. The longest of ours has half of that: a search for 200 Khmer letters, each
 * nine characters long when percent-encoded, within a topic and an author of 100 such letters.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-4.1-5
 */
export const LONGEST_TARGET = 8000;

/** Answers 414 to a target that is too long, before anything spends time on it. @returns whether it did. */
export function refusesLongTarget(request: IncomingMessage, response: ServerResponse): boolean {
  if ((request.url ?? '').length <= LONGEST_TARGET) return false;
  response.writeHead(414, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end('This address is too long.\n');
  return true;
}
