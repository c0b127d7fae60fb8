import { Agent, get as httpGet, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** One connection, as browsers reuse theirs: opening another would be measured too. */
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** A response as sent over the network, not decompressed. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** From the request to the last byte. */
  ms: number;
}

/** Requests a page. Rejects when the server does not answer. */
export function get(url: string, encoding: 'identity' | 'gzip' | 'br' = 'identity'): Promise<Answer> {
  const startedAt = performance.now();
  return new Promise((done, fail) => {
    const request = httpGet(url, { agent, headers: { 'accept-encoding': encoding } }, (response) => {
      buffer(response).then(
        (body) =>
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body,
            ms: performance.now() - startedAt,
          }),
        fail,
      );
    });
    request.once('error', fail);
  });
}

/**
 * Requests a page that must exist.
 * @throws when the status is not 200.
 */
export async function getPage(url: string, encoding?: 'identity' | 'gzip' | 'br'): Promise<Answer> {
  const answer = await get(url, encoding);
  if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}.`);
  return answer;
}
