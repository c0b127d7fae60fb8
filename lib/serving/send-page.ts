import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  STATUS_CODES,
  validateHeaderValue,
} from 'node:http';
import type { QuickAnswer } from '@/lib/process/quick-answers';
import { type Page, plainLengthOf, plainOf } from './page';

type Encoding = 'br' | 'gzip' | 'plain';

/** An answer in one encoding, ready to be sent. Lists of headers alternate names and values. */
interface ReadyAnswer {
  /** Null where the page is kept compressed only, and this form is not. */
  body: Buffer | null;
  headers: string[];
  /** For 304: the client has it already. */
  headersOfKnown: string[];
  /** The same two, written out when first needed. */
  quick?: QuickAnswer;
  quickOfKnown?: QuickAnswer;
}

const NOTHING = Buffer.alloc(0);

/** Made once for each page and encoding: making them costs more than sending them. */
const ready = new WeakMap<Page, Partial<Record<Encoding, ReadyAnswer>>>();

/**
 * Sends a page: in the best encoding that the client accepts, with 304 when the client has it already, and
 * without a body for HEAD.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-13
 */
export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const { headers, body, headersOfKnown } = readyAnswer(page, encodingFor(request.headers, page));
  if (page.status === 200 && isKnown(request.headers, page)) {
    response.writeHead(304, headersOfKnown).end();
    return;
  }
  response.writeHead(page.status, headers);
  if (request.method === 'HEAD') response.end();
  else response.end(body ?? plainOf(page));
}

/** Returns the same as it is written to a connection, for a GET request. */
export function quickAnswer(headers: IncomingHttpHeaders, page: Page): QuickAnswer {
  const answer = readyAnswer(page, encodingFor(headers, page));
  if (page.status === 200 && isKnown(headers, page)) {
    answer.quickOfKnown ??= { status: 304, head: headOf(304, answer.headersOfKnown), body: NOTHING };
    return answer.quickOfKnown;
  }
  const { status } = page;
  if (!answer.body) return { status, head: headOf(status, answer.headers), body: plainOf(page) };
  answer.quick ??= { status, head: headOf(status, answer.headers), body: answer.body };
  return answer.quick;
}

function headOf(status: number, headers: string[]): string {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n`;
  for (let at = 0; at < headers.length; at += 2) {
    const [name = '', value = ''] = headers.slice(at, at + 2);
    validateHeaderValue(name, value);
    head += `${name}: ${value}\r\n`;
  }
  return head;
}

function readyAnswer(page: Page, encoding: Encoding): ReadyAnswer {
  let answers = ready.get(page);
  if (!answers) {
    answers = {};
    ready.set(page, answers);
  }
  const body = { br: page.brotli, gzip: page.gzip, plain: page.plain }[encoding];
  const known = answers[encoding];
  // A page that is compressed better has another body and tag.
  if (known?.body === body) return known;
  const answer = makeAnswer(page, encoding, body);
  answers[encoding] = answer;
  return answer;
}

function makeAnswer(page: Page, encoding: Encoding, body: Buffer | null): ReadyAnswer {
  const headers = { ...page.headers };
  if (page.gzip || page.brotli)
    headers.vary = page.headers.vary ? `${page.headers.vary}, Accept-Encoding` : 'Accept-Encoding';
  if (page.status === 200) headers.etag = entityTag(page, encoding);
  const { 'content-type': _type, ...known } = headers;
  if (encoding !== 'plain') headers['content-encoding'] = encoding;
  headers['content-length'] = String(body?.length ?? plainLengthOf(page));
  return { body, headers: Object.entries(headers).flat(), headersOfKnown: Object.entries(known).flat() };
}

/** Checks whether the client's copy is this page: if `If-None-Match` was sent, only it counts. */
function isKnown(headers: IncomingHttpHeaders, page: Page): boolean {
  const tags = headers['if-none-match'];
  // A proxy that compresses weakens our tag or adds a suffix; the part before the dot is enough.
  if (tags !== undefined) return tags.trim() === '*' || tags.includes(`"${page.tag}`);
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(page.headers['last-modified'] ?? '') <= Date.parse(since);
}

/** Builds a strong tag: different bytes, and therefore different encodings, have different tags. */
function entityTag(page: Page, encoding: Encoding): string {
  const suffix = { br: `.br${page.brotliQuality}`, gzip: '.gz', plain: '' }[encoding];
  return `"${page.tag}${suffix}"`;
}

function encodingFor({ 'accept-encoding': accepted }: IncomingHttpHeaders, page: Page): Encoding {
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
