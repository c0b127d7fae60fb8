import { Refusal } from '@/lib/errors';
import { findDestination, type Reach } from './destination';
import { openAnswer } from './open-answer';

const MOST_REDIRECTS = 4;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Returns the final status of an address on the web, under the rules of `guardedRequest`; the body is not
 * read.
 * @param timeoutMs for everything together: DNS and redirects.
 * @throws Refusal `invalid` when the address may not be requested, `unavailable` when it did not answer.
 */
export async function answerStatus(address: string, timeoutMs: number, reach: Reach = {}): Promise<number> {
  const signal = AbortSignal.timeout(timeoutMs);
  let next = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
    const destination = await findDestination(next, reach, signal);
    const answer = await openAnswer(destination, ['*/'], signal);
    answer.destroy();
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (!REDIRECTS.includes(status) || !location || !URL.canParse(location, destination.url)) return status;
    next = new URL(location, destination.url).href;
  }
  throw new Refusal('unavailable', 'tooManyRedirects');
}
