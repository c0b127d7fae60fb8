import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Page } from './page';

type Encoding = 'br' | 'gzip' | 'plain';

/**
 * Sends a page: in the best encoding that the client accepts, with 304 when the client has it already, and
 * without a body for HEAD.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13
 */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const encoding = encodingFor(request.headers['accept-encoding'], page);
  const body = bodyIn(page, encoding);
  const headers: OutgoingHttpHeaders = { ...page.headers };
  if (page.gzip || page.brotli)
    headers.vary = page.headers.vary ? `${page.headers.vary}, Accept-Encoding` : 'Accept-Encoding';
  if (page.status === 200) headers.etag = entityTag(page, encoding);
  if (page.status === 200 && isKnown(request.headers, page)) {
    delete headers['content-type'];
    response.writeHead(304, headers).end();
    return;
  }
  if (encoding !== 'plain') headers['content-encoding'] = encoding;
  headers['content-length'] = body.length;
  response.writeHead(page.status, headers);
  if (request.method === 'HEAD') response.end();
  else response.end(body);
}

/** Checks whether the client's copy is this page: if `If-None-Match` was sent, only it counts. */
function isKnown(headers: IncomingHttpHeaders, page: Page): boolean {
  const tags = headers['if-none-match'];
  // A proxy that compresses weakens our tag or adds a suffix; the part before the dot is enough.
  if (tags !== undefined) return tags.trim() === '*' || tags.includes(`"${page.tag}`);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Date.parse(page.headers['last-modified'] ?? '') <= since;
}

/** Builds a strong tag: different bytes, and therefore different encodings, have different tags. */
function entityTag(page: Page, encoding: Encoding): string {
  const suffix = { br: `.br${page.brotliQuality}`, gzip: '.gz', plain: '' }[encoding];
  return `"${page.tag}${suffix}"`;
}

function bodyIn(page: Page, encoding: Encoding): Buffer {
  if (encoding === 'br') return page.brotli ?? page.plain;
  return encoding === 'gzip' ? (page.gzip ?? page.plain) : page.plain;
}

function encodingFor(accepted: string | undefined, page: Page): Encoding {
  if (!accepted) return 'plain';
  if (page.brotli && accepts(accepted, 'br')) return 'br';
  return page.gzip && accepts(accepted, 'gzip') ? 'gzip' : 'plain';
}

/** Checks whether an `Accept-Encoding` header accepts an encoding. */
export function accepts(accepted: string, encoding: string): boolean {
  if (!accepted.includes(encoding)) return false;
  if (!accepted.includes(';')) return true;
  const choices = accepted.split(',').map((choice) => choice.split(';').map((part) => part.trim()));
  const found = choices.find(([name]) => name === encoding);
  return found !== undefined && !found.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
}
