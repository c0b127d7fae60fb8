import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { withoutRecording } from '@/db/recorded-queries';
import type { PlainKey } from '@/lib/language/refusals';
import { isQueueFull } from '@/lib/process/bounded-queue';
import type { AnswerQuickly, QuickAnswer } from '@/lib/process/quick-answers';
import { QuickConnections } from '@/lib/process/quick-connections';
import { type Answered, answerCounter, tellAfter } from './answer-counts';
import { answerRecorder } from './answer-records';
import { busySender } from './busy-answer';
import { sanitiseHeaders, untrustedProxyWarning } from './client-headers';
import { continueWhenRead } from './continue-when-read';
import { sendFailurePage } from './failure-page';
import { handlersOf } from './handlers';
import { sessionCheck } from './has-session';
import { hasBody, limitBody } from './limit-body';
import { crowdOf } from './once-a-round';
import { postDoor } from './post-door';
import type { Publication } from './publication';
import { RateLimit } from './rate-limit';
import { connectionRefuser } from './refuse-connection';
import { isForMembers, refuseStranger } from './refuse-stranger';
import { refuseTunnel } from './refuse-tunnel';
import { takeOriginForm, targetReader } from './request-target';
import type { HandlerName, PostedForm, Route } from './route';
import { RouteTable } from './route-table';
import { NEXT_METHODS } from './routes';
import { commonHeaders } from './security-headers';
import { refusalSender } from './send-refusal';

/** Their answers are the same for everyone: the client's identity and headers are ignored. */
const FOR_READERS = new Set<HandlerName>(['page', 'data', 'feed', 'icon', 'edition', 'former-feed', 'none']);
/** What they answer needs no request objects. */
const QUICK = new Set<HandlerName>(['page', 'data', 'feed', 'icon', 'edition', 'none']);
/** What Next answers on its own in development; the reader cache would hide code changes. */
const NEXTS_OWN = new Set<HandlerName>(['page', 'data', 'files', 'shared-preview', 'none']);

interface Answers {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  quickly: AnswerQuickly;
}

/**
 * Makes a server answer every request by the publication’s table of routes.
 * @param server one that nothing else listens to yet.
 * @returns its connections that have needed nothing but pages for readers; null in development.
 */
export function servePublication(server: Server, publication: Publication): QuickConnections | null {
  const { answer, quickly } = answersOf(publication, () => isCrowded());
  const quick = publication.isDev
    ? null
    : new QuickConnections(server, (request, address) => withoutRecording(() => quickly(request, address)));
  const isCrowded = crowdOf(server);
  const answering = new WeakSet<Duplex>();
  const listen = (request: IncomingMessage, response: ServerResponse) => {
    answering.add(request.socket);
    response.once('close', () => answering.delete(request.socket));
    // Only what renders pages for the reader cache records its queries.
    void withoutRecording(() => answer(request, response));
  };
  // An expectation other than `100-continue` is refused like everything else.
  server
    .on('request', listen)
    .on('checkExpectation', listen)
    .on('checkContinue', (request, response) => {
      continueWhenRead(request, response);
      listen(request, response);
    });
  const { settings, mainLanguage } = publication;
  const headers = commonHeaders(settings.siteUrl);
  server.on('connect', (_request, socket) => refuseTunnel(socket, headers));
  const isAnswering = (socket: Duplex) => answering.has(socket);
  server.on('clientError', connectionRefuser({ headers, mainLanguage, isAnswering }));
  return quick;
}

function answersOf(publication: Publication, isCrowded: () => boolean): Answers {
  const { settings, isDev, report } = publication;
  const table = new RouteTable(publication.routes);
  const readTarget = targetReader(table);
  const counter = answerCounter();
  const recordAnswer = answerRecorder({ write: publication.warn });
  const headers = commonHeaders(settings.siteUrl);
  const refuse = refusalSender({ headers, mainLanguage: publication.mainLanguage, report });
  const sendBusy = busySender({ refuse, headers, mainLanguage: publication.mainLanguage });
  const { byName, quickly } = handlersOf(publication, { table, refuse, totals: counter.totals, isCrowded });
  const takeForm = postDoor({ siteUrl: settings.siteUrl, rate: new RateLimit(), refuse });
  const hasSession = sessionCheck(publication);
  const warnOfProxy = untrustedProxyWarning(settings.trustProxy, publication.warn);

  function prepare(request: IncomingMessage, response: ServerResponse): void {
    warnOfProxy(request);
    sanitiseHeaders(request, settings.siteUrl, settings.trustProxy);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
    const isForm = request.method === 'POST' && hasForm(route);
    if (isForm || !FOR_READERS.has(route.handler)) prepare(request, response);
    if (route.cache === 'never') response.setHeader('cache-control', 'private, no-store');
    if (isForm) return takeForm(request, response, route);
    if (!route.methods.includes(request.method ?? ''))
      return refuse(request, response, 405, 'methodNotAllowed', { allow: methodsOf(route) });
    await byName[route.handler](request, response);
  }

  function askToSignIn(request: IncomingMessage, response: ServerResponse): void {
    prepare(request, response);
    response.setHeader('cache-control', 'private, no-store');
    refuseStranger(request, response, publication.mainLanguage());
  }

  /** Ends a request whose body breaks a limit; what is still on its way is not waited for. */
  function isBodyAllowed(request: IncomingMessage, response: ServerResponse, route: Route): boolean {
    const end = (status: number, key: PlainKey) => {
      if (response.headersSent) request.socket.destroy();
      else refuse(request, response, status, key, { connection: 'close' });
    };
    const { limits, limitsOfStrangers } = route;
    const ofStranger =
      limitsOfStrangers && hasBody(request) && !hasSession(request) ? limitsOfStrangers : undefined;
    const endTooLong = () => {
      // An author whose session ended must learn that, whatever the length of the text.
      if (ofStranger && isForMembers(request) && !response.headersSent) askToSignIn(request, response);
      else end(413, 'bodyTooLong');
    };
    return limitBody(request, ofStranger ?? limits, {
      onTooSlow: () => end(408, 'requestTooSlow'),
      onTooLong: endTooLong,
    });
  }

  function tell(answered: Answered, route: Route): void {
    counter.hook(answered);
    recordAnswer(answered, route);
  }

  async function answerAny(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      takeOriginForm(request);
      const found = readTarget(request.url ?? '/');
      tellAfter(request, response, found.recorded, (answered) => tell(answered, found.route));
      if (found.isTooLong) return refuse(request, response, 414, 'addressTooLong');
      const fault = faultOf(request);
      if (fault) return refuse(request, response, ...fault, { connection: 'close' });
      const route = isDev && found.route !== table.misread ? inDevelopment(found.route) : found.route;
      if (!isBodyAllowed(request, response, route)) return;
      await answer(request, response, route);
    } catch (error) {
      if (isQueueFull(error)) return sendBusy(request, response, error);
      report(error);
      sendFailurePage(response, headers);
    }
  }

  const answerQuickly: AnswerQuickly = (request, address) => {
    const startedAt = performance.now();
    const found = readTarget(request.target);
    if (!QUICK.has(found.route.handler) || found.isTooLong) return null;
    const told = (answer: QuickAnswer | null) => {
      if (!answer) return null;
      const { status, head, body } = answer;
      const ms = performance.now() - startedAt;
      tell(
        { method: 'GET', path: found.recorded, status, bytes: head.length + body.length, ms },
        found.route,
      );
      return answer;
    };
    const answer = quickly(request, address);
    return answer instanceof Promise ? answer.then(told) : told(answer);
  };

  return { answer: answerAny, quickly: answerQuickly };
}

/**
 * Returns what is wrong with a request before anything of it is used.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-3.2-6
 */
function faultOf({ rawHeaders, headers }: IncomingMessage): [status: number, key: PlainKey] | null {
  const isHost = (name: string, at: number) => at % 2 === 0 && name.toLowerCase() === 'host';
  if (rawHeaders.filter(isHost).length > 1) return [400, 'twoHosts'];
  const { expect } = headers;
  return expect === undefined || /^100-continue$/i.test(expect) ? null : [417, 'unmetExpectation'];
}

/** Changes a row for development: Next answers what it can, to any method, because hot reloading posts. */
function inDevelopment(route: Route): Route {
  if (NEXTS_OWN.has(route.handler)) return { ...route, handler: 'files', methods: NEXT_METHODS };
  return route.handler === 'preview' ? { ...route, handler: 'admin', methods: NEXT_METHODS } : route;
}

function hasForm(route: Route): route is Route & { form: PostedForm } {
  return route.form !== undefined;
}

/** Returns the methods of a row, for `Allow`. */
function methodsOf(route: Route): string {
  return [...route.methods, ...(hasForm(route) ? ['POST'] : [])].join(', ');
}
