import type { IncomingHttpHeaders } from 'node:http';

/** A request that is complete in its head, and concerns nothing but its resource. */
export interface PlainRequest {
  /** A path and a query, as received. */
  target: string;
  /** Each name once, in lower case. */
  headers: IncomingHttpHeaders;
}

const METHOD = 'GET ';
const VERSION = ' HTTP/1.1';
const LINE_END = '\r\n';
const HEAD_END = '\r\n\r\n';
const MOST_BYTES = 8192;
const TARGET = /^\/[!"$-~]*$/;
const NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const VALUE = /^[\t -~]*$/;
/** They announce a body, or ask for another protocol or an answer before the answer. */
const CONCERN_MORE = new Set(['content-length', 'transfer-encoding', 'trailer', 'upgrade', 'expect']);

/**
 * Reads the bytes of one plain GET request. Deliberately strict: whatever is unusual, incomplete or followed by
 * anything else is not read here, so that nobody can understand a request that this accepts in another way.
 * @returns null for all bytes that are not exactly one plain request.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3
 */
export function readPlainRequest(bytes: Buffer): PlainRequest | null {
  if (bytes.length > MOST_BYTES) return null;
  const text = bytes.toString('latin1');
  if (!text.startsWith(METHOD) || text.indexOf(HEAD_END) !== text.length - HEAD_END.length) return null;
  const [start = '', ...lines] = text.slice(0, -HEAD_END.length).split(LINE_END);
  if (!start.endsWith(VERSION)) return null;
  const target = start.slice(METHOD.length, -VERSION.length);
  const headers = TARGET.test(target) ? readHeaders(lines) : null;
  return headers && { target, headers };
}

function readHeaders(lines: string[]): IncomingHttpHeaders | null {
  const headers: IncomingHttpHeaders = {};
  for (const line of lines) {
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(at, 0)).toLowerCase();
    const value = line.slice(at + 1);
    if (!NAME.test(name) || !VALUE.test(value)) return null;
    // Twice the same name, and names that every object has.
    if (headers[name] !== undefined || CONCERN_MORE.has(name)) return null;
    headers[name] = value.trim();
  }
  const { host, connection = 'keep-alive' } = headers;
  return host && connection.toLowerCase() === 'keep-alive' ? headers : null;
}
