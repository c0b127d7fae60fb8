import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { outgoingProxy } from '@/lib/fetching/outgoing-proxy';

const LONGEST_WAIT_MS = 5000;

/**
 * Asks an edge to purge its copies, through the operator's proxy if there is one.
 * @param signal aborts the wait for the answer.
 * @throws when the edge does not confirm the purge: a lost purge would leave readers with old pages.
 * @see https://www.fastly.com/documentation/reference/api/purging/
 */
export async function askEdgeToPurge(url: string, signal: AbortSignal): Promise<void> {
  const status = await statusOfPurge(url, AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MS)]));
  if (status < 200 || status > 299)
    throw new Error(`The edge at ${url} did not purge: it answered ${status}.`);
}

function statusOfPurge(url: string, signal: AbortSignal): Promise<number> {
  const request = url.startsWith('https:') ? requestHttps : requestHttp;
  const agent = outgoingProxy() ?? false;
  return new Promise((resolve, reject) => {
    const options = { method: 'PURGE', headers: { 'surrogate-key': 'broadside' }, agent, signal };
    const sent = request(url, options, (answer) => {
      answer.destroy();
      resolve(answer.statusCode ?? 0);
    });
    sent.once('error', reject);
    sent.end();
  });
}
