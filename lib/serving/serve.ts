import { existsSync, readdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { movedFeed } from '@/lib/formats/feeds/old-addresses';
import type { Missing } from '@/lib/posts/missing';
import type { Environment } from '@/lib/settings/environment';
import { isInEdition } from '../formats/editions/requested-edition';
import { siteFiles } from '../formats/editions/site-files';
import { sanitiseHeaders, untrustedProxyWarning } from './client-headers';
import { colouredPages } from './coloured-pages';
import { sendFailurePage } from './failure-page';
import { formOfFeed, inFormOfFeed, pageAboutFeed } from './feeds-for-people';
import { parsePageRequest } from './page-key';
import { isAuthorsPreview, isSharedPreview, previewPages } from './previews';
import { ReaderCache } from './reader-cache';
import { type NextHandler, renderWith } from './render';
import { pageRenderer, stylesheetsOf } from './render-page';
import { refusesLongTarget } from './request-target';
import { adminPolicy, commonHeaders } from './security-headers';
import { sendPage } from './send-page';
import { sendBuildFile } from './serve-build-files';
import { serveMedia } from './serve-media';

/** What the parts of a running publication are to the answering of requests. */
export interface Publication {
  settings: Environment;
  next: NextHandler;
  isDev: boolean;
  /** Where the build is, from the working folder. */
  buildDir: string;
  currentVersion: () => number;
  findMissing: (path: string) => Missing;
  /** Whether a link to a draft with this token works now. */
  isPreviewOpen: (token: string) => boolean;
  /** Throws when the publication is not well. */
  checkHealth: () => void;
  report: (error: unknown) => void;
  /** Tells the operator a sentence. */
  warn: (sentence: string) => void;
}

type Answer = (request: IncomingMessage, response: ServerResponse, path: string) => void | Promise<void>;

/** Parts that Next resolves before it looks for a page, so that it would answer for another address than we judged. */
const LEADS_ELSEWHERE = /\\|(?:^|\/)(?:\.|%2e){1,2}(?=\/|$)/i;
const PASSED_ON = /^\/(?:admin|api)(?:\/|$)/;

/** Answers every request of the publication. */
export function answerRequests(publication: Publication) {
  const { settings, isDev } = publication;
  const routes = routesOf(publication);
  const headers = Object.entries(commonHeaders(settings.siteUrl));
  const warnOfProxy = untrustedProxyWarning(settings.trustProxy, publication.warn);
  const publicFiles = new Set(existsSync('public') ? readdirSync('public').map((name) => `/${name}`) : []);

  function routeFor(path: string): Answer {
    if (LEADS_ELSEWHERE.test(path)) return routes.reader;
    if (path.startsWith('/_next/')) return routes.files;
    if (path.startsWith('/media/')) return routes.media;
    if (!isDev && isAuthorsPreview(path)) return routes.preview;
    if (!isDev && isSharedPreview(path)) return routes.sharedPreview;
    if (PASSED_ON.test(path)) return routes.admin;
    if (path === '/healthz') return routes.health;
    // Next knows no editions, so that in development too they are made here.
    if (isInEdition(path)) return routes.reader;
    if (isDev || publicFiles.has(path.split('/', 2).join('/'))) return routes.files;
    return routes.reader;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (refusesLongTarget(request, response)) return;
    const target = request.url ?? '/';
    const path = target.split('?', 1)[0] ?? '/';
    try {
      const answer = routeFor(path);
      if (answer !== routes.reader) {
        warnOfProxy(request);
        sanitiseHeaders(request, settings.siteUrl, settings.trustProxy);
        for (const [name, value] of headers) response.setHeader(name, value);
      }
      await answer(request, response, path);
    } catch (error) {
      publication.report(error);
      sendFailurePage(response, request.method === 'HEAD');
    }
  };
}

function routesOf(publication: Publication) {
  const { settings, next, isDev } = publication;
  const render = renderWith(next, settings.siteUrl);
  const readStylesheet = stylesheetsOf(publication.buildDir);
  const renderPage = pageRenderer({
    render,
    readStylesheet,
    findMissing: publication.findMissing,
    headers: commonHeaders(settings.siteUrl),
    hasEdges: settings.edgePurgeUrls.length > 0,
    siteUrl: settings.siteUrl,
    files: siteFiles(join(settings.dataDir, 'media'), publication.buildDir),
  });
  const cache: ReaderCache = new ReaderCache({
    currentVersion: publication.currentVersion,
    report: publication.report,
    render: colouredPages(renderPage, (request) => cache.find(request), settings.siteUrl),
  });

  const reader: Answer = async (request, response) => {
    if (refusesMethod(request, response)) return;
    const moved = movedFeed(request.url ?? '/');
    if (moved) {
      response.writeHead(301, { location: moved, 'cache-control': 'public, max-age=3600' }).end();
      return;
    }
    const wanted = parsePageRequest(request.url ?? '/') ?? {
      key: '/not-found',
      path: '/not-found',
      isEndless: true,
    };
    if ('redirect' in wanted) {
      response.writeHead(308, { location: wanted.redirect, 'cache-control': 'public, max-age=0' }).end();
      return;
    }
    const form = formOfFeed(wanted.path, request.headers);
    const asked = form === 'page' ? pageAboutFeed(wanted) : wanted;
    const page = cache.peek(asked) ?? (await cache.find(asked));
    if (page.status >= 500) sendFailurePage(response, request.method === 'HEAD');
    else sendPage(request, response, form ? inFormOfFeed(page, form) : page);
  };

  const admin: Answer = (request, response) => {
    const policy = adminPolicy(isDev);
    // Next reads the nonce from the request and puts it on its scripts.
    request.headers['content-security-policy'] = policy;
    response.setHeader('content-security-policy', policy);
    // Not on readers' pages, which have no script to reach: it would start another process of the browser for each visitor.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cache-control', 'private, no-store');
    return next(request, response);
  };

  const previews = previewPages({
    render,
    readStylesheet,
    siteUrl: settings.siteUrl,
    isPreviewOpen: publication.isPreviewOpen,
  });
  const preview: Answer = (request, response) =>
    refusesMethod(request, response) ? undefined : previews.ofAuthors(request, response);
  const sharedPreview: Answer = (request, response) =>
    refusesMethod(request, response) ? undefined : previews.shared(request, response);

  /** Files of the build and of `public`; in development anything, since hot reloading posts. */
  const files: Answer = async (request, response, path) => {
    if (isDev) return next(request, response);
    if (refusesMethod(request, response)) return;
    if (!(await sendBuildFile(request, response, publication.buildDir, path))) await next(request, response);
  };
  const media: Answer = (request, response, path) =>
    refusesMethod(request, response)
      ? undefined
      : serveMedia(request, response, join(settings.dataDir, 'media'), path);

  const health: Answer = (request, response) => {
    if (refusesMethod(request, response)) return;
    publication.checkHealth();
    response.writeHead(200, { 'content-type': 'text/plain', 'cache-control': 'no-store' }).end('ok\n');
  };

  return { reader, admin, preview, sharedPreview, files, media, health };
}

/** Readers only ever read: anything but GET and HEAD is refused here, before Next sees it. */
function refusesMethod(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return false;
  response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' });
  response.end('This address can only be read.\n');
  return true;
}
