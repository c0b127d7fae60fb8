import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

const NEVER_FROM_CLIENTS = [
  'content-security-policy',
  'content-security-policy-report-only',
  'forwarded',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-middleware-subrequest',
  'x-invoke-path',
  'x-matched-path',
  'x-next-revalidate-tag-token',
  'x-next-revalidated-tags',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-real-ip',
];

/**
 * Sanitises a request's headers so that pages can trust them: what a client could forge is removed, and
 * `x-forwarded-for` becomes the one address that the request really came from.
 * @param trustProxy whether the operator's proxy added the last address in `X-Forwarded-For`.
 */
export function sanitiseHeaders(request: IncomingMessage, siteUrl: string, trustProxy: boolean): void {
  const { headers } = request;
  const address = addressOf(request, trustProxy);
  for (const name of NEVER_FROM_CLIENTS) delete headers[name];
  headers['x-forwarded-for'] = address;
  const site = new URL(siteUrl);
  headers['x-forwarded-proto'] = site.protocol.slice(0, -1);
  // Next compares Origin and Host; a proxy may have replaced Host with its own.
  if (headers.origin === site.origin) headers.host = site.host;
}

/** What tells who sent a request. */
export interface Sender {
  headers: IncomingHttpHeaders;
  socket: { remoteAddress?: string | undefined };
}

/**
 * Returns the network address that a request really came from.
 * @param trustProxy whether the operator's proxy added the last address in `X-Forwarded-For`.
 */
export function addressOf({ headers, socket }: Sender, trustProxy: boolean): string {
  const forwarded =
    trustProxy &&
    String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .at(-1)
      ?.trim();
  return forwarded || socket.remoteAddress || '';
}

const UNTRUSTED_PROXY =
  'A request came through a proxy (X-Forwarded-For), but TRUST_PROXY is off, so sign-in limits treat all visitors as one. If the proxy is yours, start with TRUST_PROXY=true. Otherwise ignore this.';

/**
 * Warns the operator, once, about a proxy in front of the publication that it is not configured for.
 * @returns a function that checks each request before its headers are sanitised.
 */
export function untrustedProxyWarning(trustProxy: boolean, warn: (sentence: string) => void) {
  let isSaid = trustProxy;
  return ({ headers }: Pick<IncomingMessage, 'headers'>): void => {
    if (isSaid || headers['x-forwarded-for'] === undefined) return;
    isSaid = true;
    warn(UNTRUSTED_PROXY);
  };
}
