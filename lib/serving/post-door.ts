import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { RateLimit } from './rate-limit';
import type { PostedForm, Route } from './route';

const FORM = 'application/x-www-form-urlencoded';

interface Options {
  /** The public address, without a trailing slash. */
  siteUrl: string;
  rate: RateLimit;
}

/**
 * Accepts what readers post: plain forms from pages of ours, small and rate-limited. The request's headers
 * must have been sanitised.
 * @returns the handler of a POST to a row that has a form.
 */
export function postDoor({ siteUrl, rate }: Options) {
  const { origin } = new URL(siteUrl);
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    { pattern, form }: Route & { form: PostedForm },
  ): Promise<void> => {
    const fault = faultOf(request, origin, form.maxBytes);
    if (fault) return refuse(response, ...fault);
    const address = String(request.headers['x-forwarded-for'] ?? '');
    const waitSeconds = rate.count(pattern, address, form, Date.now());
    if (waitSeconds > 0) return refuse(response, ...TOO_OFTEN, { 'retry-after': String(waitSeconds) });
    const fields = new URLSearchParams(await text(request));
    const location = await form.take(fields);
    // 303: the browser requests the next page with GET, and a reload does not post again.
    response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
  };
}

type Refused = [status: number, why: string];
const TOO_OFTEN: Refused = [429, 'You sent too many forms. Wait a little, then try again.'];

/** Returns what is wrong with a request before its body is read; browsers always announce its length. */
function faultOf(request: IncomingMessage, origin: string, maxBytes: number): Refused | null {
  const length = request.headers['content-length'];
  if (length === undefined) return [411, 'This form does not say how long it is.'];
  if (Number(length) > maxBytes) return [413, 'This form is too long.'];
  if (!isFromHere(request, origin)) return [403, 'This form was sent from another site.'];
  return isForm(request) ? null : [415, 'Only a form can be sent here.'];
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

function refuse(response: ServerResponse, status: number, why: string, headers = {}): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    // The rest of a long body is not waited for.
    ...(status === 413 && { connection: 'close' }),
    ...headers,
  });
  response.end(`${why}\n`);
}
