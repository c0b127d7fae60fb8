import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Refusal } from '@/lib/errors';
import type { Destination } from './destination';

/** That of a common browser: a name of our own would tell every site which publication reads it. */
const USUAL_NAME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

/**
 * Sends the request and waits for the headers of the answer. It connects only to the checked addresses or to the
 * operator's proxy, on a connection of its own, and sends nothing that identifies the sender.
 * @throws Refusal `unavailable`.
 */
export function openAnswer(
  { url, addresses, proxy }: Destination,
  accept: string[],
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const headers = {
    'user-agent': USUAL_NAME,
    accept: accept.map((kind) => (kind.endsWith('/') ? `${kind}*` : kind)).join(', '),
    'accept-encoding': 'gzip, br',
  };
  return new Promise((resolve, reject) => {
    const way = proxy ? { agent: proxy } : { agent: false as const, lookup: pinned(addresses) };
    const sent = request(url, { ...way, headers, signal });
    sent.once('response', resolve);
    sent.once('error', (error) => reject(unanswered(url, error)));
    sent.end();
  });
}

/** Answers every lookup of the host with the checked addresses. */
function pinned(addresses: Destination['addresses']): LookupFunction {
  return (_hostname, options, answer) => {
    const [first] = addresses;
    if (options.all) answer(null, addresses);
    else if (first) answer(null, first.address, first.family);
  };
}

function unanswered(url: URL, cause: unknown): Refusal {
  const refusal = new Refusal('unavailable', 'siteSilent', { host: url.hostname });
  refusal.cause = cause;
  return refusal;
}
