import { Refusal } from '@/lib/errors';
import { findDestination, type Reach } from './destination';
import { openAnswer } from './open-answer';

const MOST_REDIRECTS = 4;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * The status with which an address of the web answers in the end, under the rules of `guardedRequest`;
 * nothing of the page itself is read.
 * @param timeoutMs for everything together: names and redirects.
 * @throws Refusal `invalid` when the address may not be asked, `unavailable` when it did not answer.
 */
export async function answerStatus(address: string, timeoutMs: number, reach: Reach = {}): Promise<number> {
  const signal = AbortSignal.timeout(timeoutMs);
  let next = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const { url, addresses } = await findDestination(next, reach, signal);
    const answer = await openAnswer({ url, addresses }, ['*/'], signal);
    answer.destroy();
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (!REDIRECTS.includes(status) || !location || !URL.canParse(location, url)) return status;
    next = new URL(location, url).href;
  }
  throw new Refusal('unavailable', 'tooManyRedirects');
}
