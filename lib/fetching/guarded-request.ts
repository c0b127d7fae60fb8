import { Refusal } from '@/lib/errors';
import { decompress } from './decompress';
import { type Destination, findDestination, type Reach } from './destination';
import { openAnswer } from './open-answer';

/** What a caller accepts. */
export interface RequestLimits {
  /** Accepted media types, complete (`text/html`) or as a prefix (`image/`). */
  accept: string[];
  /** Of the answer, both as sent and as decompressed. */
  maxBytes: number;
  /** For everything together: DNS, redirects and bytes. */
  timeoutMs?: number;
  maxRedirects?: number;
}

/** The answer. */
export interface GuardedAnswer {
  /** The final address, after redirects. */
  url: string;
  /** The media type in lower case, without parameters. */
  mediaType: string;
  /** As declared by the server, or null. */
  charset: string | null;
  bytes: Buffer;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_REDIRECTS = 4;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Requests something from the web. Every outgoing request whose address a person or a page named goes through
 * here: only http and https on their standard ports, only to public addresses, which are resolved once,
 * connected to as resolved and checked again at every redirect; no cookies, no credentials, and limits on
 * bytes, time and media type.
 * @param reach for tests only, which have a server of their own.
 * @throws Refusal `invalid` when the address may not be requested or the answer is not acceptable,
 *   `unavailable` when it did not answer.
 */
export async function guardedRequest(
  address: string,
  limits: RequestLimits,
  reach: Reach = {},
): Promise<GuardedAnswer> {
  const signal = AbortSignal.timeout(limits.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  let next = address;
  for (let hop = 0; hop <= (limits.maxRedirects ?? DEFAULT_REDIRECTS); hop += 1) {
    const destination = await findDestination(next, reach, signal);
    const result = await ask(destination, limits, signal);
    if (typeof result !== 'string') return result;
    next = result;
  }
  throw new Refusal('invalid', 'tooManyRedirects');
}

/** Sends one request. @returns the answer, or the address that it redirects to. */
async function ask(
  destination: Destination,
  limits: RequestLimits,
  signal: AbortSignal,
): Promise<GuardedAnswer | string> {
  const answer = await openAnswer(destination, limits.accept, signal);
  try {
    const status = answer.statusCode ?? 0;
    const { location } = answer.headers;
    if (REDIRECTS.includes(status) && location) return resolved(location, destination.url);
    if (status !== 200) {
      throw new Refusal('unavailable', 'siteStatus', { host: destination.url.hostname, status });
    }
    const kind = kindOf(answer.headers['content-type'], limits.accept);
    refuseLonger(Number(answer.headers['content-length'] ?? 0), limits.maxBytes);
    const packed: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      refuseLonger(bytes, limits.maxBytes);
      packed.push(chunk);
    }
    const encoding = answer.headers['content-encoding'];
    return {
      url: destination.url.href,
      ...kind,
      bytes: await decompress(Buffer.concat(packed), encoding, limits.maxBytes),
    };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw unanswered(destination.url, error);
  } finally {
    answer.destroy();
  }
}

function resolved(location: string, base: URL): string {
  if (!URL.canParse(location, base)) throw new Refusal('invalid', 'redirectInvalid');
  return new URL(location, base).href;
}

function kindOf(contentType: string | undefined, accept: string[]) {
  const [mediaType = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  const kind = mediaType.trim();
  if (!accept.some((wanted) => kind === wanted || (wanted.endsWith('/') && kind.startsWith(wanted)))) {
    throw kind
      ? new Refusal('invalid', 'wrongMediaType', { kind })
      : new Refusal('invalid', 'unknownMediaType');
  }
  const charset = parameters.map((one) => /^\s*charset="?([\w-]+)/.exec(one)?.[1]).find(Boolean);
  return { mediaType: kind, charset: charset ?? null };
}

function refuseLonger(bytes: number, maxBytes: number): void {
  if (bytes > maxBytes) throw new Refusal('invalid', 'answerTooLarge');
}

/** Builds the refusal for a request without a complete answer; the reason is kept for the log. */
function unanswered(url: URL, cause: unknown): Refusal {
  const refusal = new Refusal('unavailable', 'siteIncomplete', { host: url.hostname });
  refusal.cause = cause;
  return refusal;
}
