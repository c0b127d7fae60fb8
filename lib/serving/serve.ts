import type { IncomingMessage, ServerResponse } from 'node:http';
import { answerCounter, tellAfter } from './answer-counts';
import { sanitiseHeaders, untrustedProxyWarning } from './client-headers';
import { sendFailurePage } from './failure-page';
import { handlersOf } from './handlers';
import { postDoor } from './post-door';
import type { Publication } from './publication';
import { RateLimit } from './rate-limit';
import type { HandlerName, PostedForm, Route } from './route';
import { RouteTable } from './route-table';
import { ANY_METHOD, MAX_TARGET_LENGTH } from './routes';
import { commonHeaders } from './security-headers';

/** Their answers are the same for everyone: the client's identity and headers are ignored. */
const FOR_READERS = new Set<HandlerName>(['page', 'data', 'feed', 'edition', 'former-feed', 'none']);
/** What Next answers on its own in development; the reader cache would hide code changes. */
const NEXTS_OWN = new Set<HandlerName>(['page', 'data', 'files', 'shared-preview', 'none']);
/** A target that is too long is not parsed, so it is reported like one that matches no row. */
const TOO_LONG = { pattern: '/*', isClosed: true } as const;

/** Answers every request of the publication. */
export function answerRequests(publication: Publication) {
  const { settings, isDev } = publication;
  const table = new RouteTable(publication.routes);
  const counter = answerCounter();
  const handlers = handlersOf(publication, table, counter.totals);
  const takeForm = postDoor({ siteUrl: settings.siteUrl, rate: new RateLimit() });
  const headers = Object.entries(commonHeaders(settings.siteUrl));
  const warnOfProxy = untrustedProxyWarning(settings.trustProxy, publication.warn);

  function prepare(request: IncomingMessage, response: ServerResponse): void {
    warnOfProxy(request);
    sanitiseHeaders(request, settings.siteUrl, settings.trustProxy);
    for (const [name, value] of headers) response.setHeader(name, value);
  }

  async function answer(request: IncomingMessage, response: ServerResponse, route: Route): Promise<void> {
    const isForm = request.method === 'POST' && hasForm(route);
    if (isForm || !FOR_READERS.has(route.handler)) prepare(request, response);
    if (route.cache === 'never') response.setHeader('cache-control', 'private, no-store');
    if (isForm) return takeForm(request, response, route);
    if (!takesMethod(route, request.method)) return refuseMethod(response, route);
    await handlers[route.handler](request, response);
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = request.url ?? '/';
    if (target.length > MAX_TARGET_LENGTH) {
      tellAfter(request, response, TOO_LONG, counter.hook);
      return refuseLongTarget(response);
    }
    const found = table.at(target);
    const route = isDev && found !== table.misread ? inDevelopment(found) : found;
    tellAfter(request, response, route, counter.hook);
    if (lengthOfQuery(target) > route.limits.query) return refuseLongTarget(response);
    try {
      await answer(request, response, route);
    } catch (error) {
      publication.report(error);
      sendFailurePage(response, request.method === 'HEAD');
    }
  };
}

/** Changes a row for development: Next answers what it can, to any method, because hot reloading posts. */
function inDevelopment(route: Route): Route {
  if (NEXTS_OWN.has(route.handler)) return { ...route, handler: 'files', methods: ANY_METHOD };
  return route.handler === 'preview' ? { ...route, handler: 'admin', methods: ANY_METHOD } : route;
}

function hasForm(route: Route): route is Route & { form: PostedForm } {
  return route.form !== undefined;
}

function takesMethod({ methods }: Route, method = ''): boolean {
  return methods === ANY_METHOD || methods.includes(method);
}

/** Refuses a method that the row does not name, before Next sees the request. */
function refuseMethod(response: ServerResponse, route: Route): void {
  const allow = [...route.methods, ...(hasForm(route) ? ['POST'] : [])].join(', ');
  response.writeHead(405, { allow, 'content-type': 'text/plain' });
  response.end('This address can only be read.\n');
}

function lengthOfQuery(target: string): number {
  const at = target.indexOf('?');
  return at < 0 ? 0 : target.length - at - 1;
}

/** Refuses a long target before any work is spent on it. */
function refuseLongTarget(response: ServerResponse): void {
  response.writeHead(414, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end('This address is too long.\n');
}
