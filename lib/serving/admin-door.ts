import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { LanguageCode } from '@/lib/language/languages';
import { type BoundedQueue, QueueFull } from '@/lib/process/bounded-queue';
import { isDecodable } from './decodable-body';
import { hasBody } from './limit-body';
import { isAction, isForMembers, isForm, refuseStranger } from './refuse-stranger';
import { askNext, type NextHandler, type Rendered } from './render';
import type { Refuse } from './send-refusal';

interface Options {
  next: NextHandler;
  /** In which everything waits that people without a session ask for. */
  queue: BoundedQueue;
  /** Whether the cookies of a request open a session. */
  hasSession: (request: IncomingMessage) => boolean;
  /** Returns the network that a request came from. */
  networkOf: (request: IncomingMessage) => string;
  siteUrl: string;
  /** Returns the main language of the publication. */
  mainLanguage: () => LanguageCode;
  refuse: Refuse;
}

/** How many bodies of people without a session may be on their way at once: in all, and from one network. */
const MOST_BODIES = 64;
const MOST_BODIES_OF_NETWORK = 16;
const RETRY_AFTER_SECONDS = 10;
/** They describe the connection to a client, not the answer. */
const OF_CONNECTION = ['connection', 'content-length', 'date', 'keep-alive', 'transfer-encoding'];

/**
 * Answers requests to the admin. People with a session reach Next directly, except that the arguments of a
 * server action are checked first. People without one wait in a queue, and their bodies are short: anything
 * else is refused before it is read.
 */
export function adminDoor(options: Options) {
  const { next, queue, hasSession, networkOf, refuse, mainLanguage } = options;
  const readOfStranger = strangersBodies();

  async function bodyOf(request: IncomingMessage, isMember: boolean): Promise<Buffer | null> {
    if (!hasBody(request)) return Buffer.alloc(0);
    return isMember ? wholeBody(request) : readOfStranger(request, networkOf(request));
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const isMember = hasSession(request);
    const asksAction = isAction(request);
    if (isMember && !asksAction && !isForm(request)) return next(request, response);
    if (!isMember && isForMembers(request)) return refuseStranger(request, response, mainLanguage());
    if (asksAction && !isFromHere(request, options.siteUrl))
      return refuse(request, response, 403, 'otherSite');
    const body = await bodyOf(request, isMember);
    if (body === null) return;
    const contentType = request.headers['content-type'] ?? '';
    if (hasBody(request) && !(await isDecodable(body, contentType, asksAction)))
      return refuse(request, response, 400, 'undecodable');
    const ask = () => askNext(next, request, body);
    send(response, isMember ? await ask() : await queue.run(ask, networkOf(request)));
  };
}

/** Makes the function that reads the body of a person without a session, unless too many are on their way. */
function strangersBodies() {
  /** The network of each body that is on its way. */
  const networks: string[] = [];
  return async (request: IncomingMessage, network: string): Promise<Buffer | null> => {
    const ofNetwork = networks.filter((other) => other === network).length;
    if (networks.length >= MOST_BODIES || ofNetwork >= MOST_BODIES_OF_NETWORK)
      throw new QueueFull('bodies', RETRY_AFTER_SECONDS);
    networks.push(network);
    try {
      return await wholeBody(request);
    } finally {
      networks.splice(networks.indexOf(network), 1);
    }
  };
}

/** Returns the body, or null when the connection ended before it was complete. */
async function wholeBody(request: IncomingMessage): Promise<Buffer | null> {
  try {
    return await buffer(request);
  } catch (error) {
    // The client disconnected, or was disconnected because of a limit.
    if (request.destroyed && !request.complete) return null;
    throw error;
  }
}

/** Next answers a server action from another site with an error of its own. */
function isFromHere({ headers }: IncomingMessage, siteUrl: string): boolean {
  const { origin, host } = headers;
  if (origin === undefined || !URL.canParse(origin)) return origin === undefined;
  return [new URL(siteUrl).host, host].includes(new URL(origin).host);
}

/** Sends an answer of Next; headers that were set before, such as the cache rule of the row, stay. */
function send(response: ServerResponse, { status, headers, body }: Rendered): void {
  for (const [name, value] of Object.entries(headers)) {
    if (value === undefined || OF_CONNECTION.includes(name)) continue;
    if (name === 'cache-control' && response.hasHeader(name)) continue;
    response.setHeader(name, value);
  }
  response.setHeader('content-length', body.length);
  response.writeHead(status).end(body);
}
