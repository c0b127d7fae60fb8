import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { PlainKey } from '@/lib/language/refusals';
import type { RateLimit } from './rate-limit';
import type { PostedForm, Route } from './route';
import type { Refuse } from './send-refusal';

const FORM = 'application/x-www-form-urlencoded';

interface Options {
  /** The public address, without a trailing slash. */
  siteUrl: string;
  rate: RateLimit;
  refuse: Refuse;
}

/**
 * Accepts what readers post: plain forms from pages of ours, small and rate-limited. The request's headers
 * must have been sanitised.
 * @returns the handler of a POST to a row that has a form.
 */
export function postDoor({ siteUrl, rate, refuse }: Options) {
  const { origin } = new URL(siteUrl);
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { pattern, form }: Route & { form: PostedForm },
  ): Promise<void> => {
    const fault = faultOf(request, origin, form.maxBytes);
    if (fault) return refuse(request, response, ...fault);
    const address = String(request.headers['x-forwarded-for'] ?? '');
    const waitSeconds = rate.count(pattern, address, form, Date.now());
    if (waitSeconds > 0)
      return refuse(request, response, 429, 'tooManyForms', { 'retry-after': String(waitSeconds) });
    const body = await bodyOf(request);
    if (body === null) return;
    const location = await form.take(new URLSearchParams(body));
    // 303: the browser requests the next page with GET, and a reload does not post again.
    response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
  };
}

type Fault = [status: number, key: PlainKey, headers?: OutgoingHttpHeaders];

/** Returns what is wrong with a request before its body is read; browsers always announce its length. */
function faultOf(request: IncomingMessage, origin: string, maxBytes: number): Fault | null {
  const length = request.headers['content-length'];
  if (length === undefined) return [411, 'formWithoutLength'];
  // The rest of a long body is not waited for.
  if (Number(length) > maxBytes) return [413, 'formTooLong', { connection: 'close' }];
  if (!isFromHere(request, origin)) return [403, 'otherSite'];
  return isForm(request) ? null : [415, 'onlyForms'];
}

/** Returns the body, or null when the connection ended before it was complete. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  try {
    return await text(request);
  } catch (error) {
    // The client disconnected, or took so long that it was disconnected.
    if (request.errored && !request.complete) return null;
    throw error;
  }
}

/**
 * Checks whether a page of ours sent a request. `Sec-Fetch-Site` cannot be forged from within a browser, but
 * browsers send it only to `https:` and to this machine; without it, the origin decides.
 * @see https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
function isFromHere({ headers }: IncomingMessage, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site === undefined) return headers.origin === origin;
  // A page with `Referrer-Policy: no-referrer` sends the origin “null”.
  const isOurs = headers.origin === undefined || headers.origin === 'null' || headers.origin === origin;
  return site === 'same-origin' && isOurs;
}

function isForm({ headers }: IncomingMessage): boolean {
  return (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() === FORM;
}
