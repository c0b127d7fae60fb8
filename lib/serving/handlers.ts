import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { siteFiles } from '../formats/editions/site-files';
import type { BoundedQueue } from '../process/bounded-queue';
import { adminDoor } from './admin-door';
import type { AnswerTotals } from './answer-counts';
import { addressOf } from './client-headers';
import { editionPages } from './edition-pages';
import { sessionCheck } from './has-session';
import { healthHandler } from './health/answer-health';
import { olderCopyCheck } from './older-copy';
import { onceARound } from './once-a-round';
import type { PageRequest } from './page-key';
import { renderInLanguages } from './page-language';
import type { PageStyles } from './page-styles';
import { previewPages } from './previews';
import type { Publication } from './publication';
import { networkOf } from './rate-limit';
import { ReaderCache, type RenderPage } from './reader-cache';
import { type ReaderHandler, readerHandler } from './reader-handler';
import { type Render, renderWith } from './render';
import { pageRenderer, stylesheetsOf } from './render-page';
import { placeRenderer } from './render-place';
import { renderingQueue, strangersQueue } from './rendering-queue';
import { pathOf } from './request-target';
import type { HandlerName } from './route';
import type { RouteTable } from './route-table';
import { searchRenderer } from './search-renderer';
import { adminPolicy, commonHeaders } from './security-headers';
import type { Refuse } from './send-refusal';
import { buildFiles } from './serve-build-files';
import { type MediaToServe, serveMedia } from './serve-media';

/** Answers a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** What the handlers share with the part that calls them. */
interface Parts {
  table: RouteTable;
  refuse: Refuse;
  totals: () => AnswerTotals;
  /** Whether a round of the event loop may have several batches of requests. */
  isCrowded: () => boolean;
}

/** What the handlers of reader pages and of previews share. */
interface Rendering {
  render: Render;
  /** In which everything waits that Next renders for people without an account. */
  queue: BoundedQueue;
  readStylesheet: (path: string) => PageStyles | null;
  mediaDir: string;
  table: RouteTable;
}

/** The handlers that the table of routes names, and the one that answers quickly what some of them answer. */
export interface Handlers {
  byName: Record<HandlerName, Answer>;
  quickly: ReaderHandler['quickly'];
}

/** Builds the handlers of a publication. */
export function handlersOf(publication: Publication, { table, refuse, totals, isCrowded }: Parts): Handlers {
  const { settings, next, buildDir, isPreviewOpen } = publication;
  const { siteUrl, dataDir } = settings;
  const rendering = {
    render: renderInLanguages(renderWith(next, siteUrl), table),
    queue: renderingQueue(),
    readStylesheet: stylesheetsOf(buildDir),
    mediaDir: join(dataDir, 'media'),
    table,
  };
  const cache = readerCache(publication, { ...rendering, isCrowded });
  const reader = readerHandler({
    cache,
    table,
    headers: commonHeaders(siteUrl),
    networkOf: (request) => networkOf(addressOf(request, settings.trustProxy)),
  });
  const { queue } = rendering;
  const previews = previewPages({
    ...rendering,
    render: (path, headers) => queue.run(() => rendering.render(path, headers), 'previews'),
    siteUrl,
    isPreviewOpen,
  });
  const byName: Handlers['byName'] = {
    page: reader.answer,
    data: reader.answer,
    feed: reader.answer,
    icon: reader.answer,
    edition: reader.answer,
    none: reader.answer,
    'former-feed': formerFeedHandler(publication, refuse),
    files: fileHandler(publication, refuse),
    media: mediaHandler({ mediaDir: rendering.mediaDir, isServed: publication.isServedMedia }, refuse),
    admin: adminHandler(publication, refuse),
    preview: previews.ofAuthors,
    'shared-preview': previews.shared,
    health: healthHandler({
      faults: publication.faults,
      token: publication.healthToken,
      totals: () => ({ ...totals(), pages: cache.counts }),
    }),
  };
  return { byName, quickly: reader.quickly };
}

/** Builds the cache of what readers see, with all that renders it. */
function readerCache(publication: Publication, rendering: Rendering & Pick<Parts, 'isCrowded'>): ReaderCache {
  const { settings, answerFeed, answerIcon, hasPage, answerNoFile, findMissing, languages, buildDir } =
    publication;
  const { currentVersion, fingerprints, report } = publication;
  const { siteUrl, edgePurgeUrls } = settings;
  const { render, readStylesheet, mediaDir, table, queue, isCrowded } = rendering;
  const renderPage = pageRenderer({
    render,
    renderPlace: placeRenderer({
      render,
      renderSearch: searchRenderer(render, join(settings.dataDir, 'broadside.db')),
      answerFeed,
      answerIcon,
      hasPage,
      languages,
      answerNoFile,
      table,
    }),
    languages,
    readStylesheet,
    findMissing,
    headers: commonHeaders(siteUrl),
    hasEdges: edgePurgeUrls.length > 0,
    siteUrl,
    files: siteFiles(mediaDir, buildDir),
    table,
  });
  // Taken when the rendering begins: a page that waited shows what is published by then.
  const renderInTurn: RenderPage = (request) =>
    queue.run(() => renderPage(request, currentVersion()), request.client, request.isAwaited);
  const findPage = (request: PageRequest) => cache.find(request);
  const cache: ReaderCache = new ReaderCache({
    currentVersion,
    versionForRequests: onceARound(currentVersion, isCrowded),
    fingerprints,
    mayShowOlder: olderCopyCheck({ hasPage, table, siteUrl }),
    report,
    render: editionPages({
      renderPage: renderInTurn,
      findPage,
      inTurn: (work, client, isAwaited) => queue.run(work, client, isAwaited),
      siteUrl,
      table,
    }),
  });
  return cache;
}

/** Redirects the feeds of a WordPress site that was on this domain. */
function formerFeedHandler({ findFormerFeed, settings }: Publication, refuse: Refuse): Answer {
  const headers = { ...commonHeaders(settings.siteUrl), 'cache-control': 'public, max-age=3600' };
  return (request, response) => {
    const found = findFormerFeed(request.url ?? '/');
    if (found.kind === 'redirect') response.writeHead(301, { ...headers, location: found.location }).end();
    else refuse(request, response, found.kind === 'gone' ? 410 : 404, 'noSuchFeed');
  };
}

/** Serves pictures, audio and video. */
function mediaHandler(media: MediaToServe, refuse: Refuse): Answer {
  return async (request, response) => {
    if (!(await serveMedia(request, response, media, pathOf(request))))
      refuse(request, response, 404, 'noSuchFile');
  };
}

function adminHandler(publication: Publication, refuse: Refuse): Answer {
  const { next, isDev, settings, mainLanguage } = publication;
  const { siteUrl, trustProxy } = settings;
  const enter = adminDoor({
    next,
    queue: strangersQueue(),
    hasSession: sessionCheck(publication),
    networkOf: (request) => networkOf(addressOf(request, trustProxy)),
    siteUrl,
    mainLanguage,
    refuse,
  });
  return (request, response) => {
    const policy = adminPolicy(isDev);
    // Next reads the nonce from the request and adds it to its scripts.
    request.headers['content-security-policy'] = policy;
    response.setHeader('content-security-policy', policy);
    // Not on reader pages, which have no scripts to protect: it would start another browser process for each
    // visitor.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    return isDev ? next(request, response) : enter(request, response);
  };
}

/** Serves files of the build; in development, anything Next has. */
function fileHandler({ next, isDev, buildDir }: Publication, refuse: Refuse): Answer {
  if (isDev)
    return (request, response) => {
      // Next answers 500 to a range that a file does not have. RFC 9110 §14.2 lets a server ignore ranges.
      delete request.headers.range;
      return next(request, response);
    };
  const sendFile = buildFiles(buildDir);
  return async (request, response) => {
    if (!(await sendFile(request, response, pathOf(request)))) refuse(request, response, 404, 'noSuchFile');
  };
}
