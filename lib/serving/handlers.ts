import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { movedFeed } from '@/lib/formats/feeds/old-addresses';
import { siteFiles } from '../formats/editions/site-files';
import type { AnswerTotals } from './answer-counts';
import { colouredPages } from './coloured-pages';
import { healthHandler } from './health';
import type { PageRequest } from './page-key';
import { previewPages } from './previews';
import type { Publication } from './publication';
import { ReaderCache } from './reader-cache';
import { readerHandler } from './reader-handler';
import { type Render, renderWith } from './render';
import { pageRenderer, stylesheetsOf } from './render-page';
import { placeRenderer } from './render-place';
import type { HandlerName } from './route';
import type { RouteTable } from './route-table';
import { adminPolicy, commonHeaders } from './security-headers';
import { sendBuildFile } from './serve-build-files';
import { serveMedia } from './serve-media';

/** Answers a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** What the handlers of reader pages and of previews share. */
interface Rendering {
  render: Render;
  readStylesheet: (path: string) => string | null;
  mediaDir: string;
  table: RouteTable;
}

/** Builds the handlers that the table of routes names. */
export function handlersOf(
  publication: Publication,
  table: RouteTable,
  totals: () => AnswerTotals,
): Record<HandlerName, Answer> {
  const { settings, next, buildDir, isPreviewOpen } = publication;
  const { siteUrl, dataDir } = settings;
  const rendering = {
    render: renderWith(next, siteUrl),
    readStylesheet: stylesheetsOf(buildDir),
    mediaDir: join(dataDir, 'media'),
    table,
  };
  const reader = readerHandler(readerCache(publication, rendering), table);
  const previews = previewPages({ ...rendering, siteUrl, isPreviewOpen });
  return {
    page: reader,
    data: reader,
    feed: reader,
    edition: reader,
    none: reader,
    'former-feed': redirectFeed,
    files: fileHandler(publication),
    media: (request, response) => serveMedia(request, response, rendering.mediaDir, pathOf(request)),
    admin: adminHandler(publication),
    preview: previews.ofAuthors,
    'shared-preview': previews.shared,
    health: healthHandler({ check: publication.checkHealth, token: publication.healthToken, totals }),
  };
}

/** Builds the cache of what readers see, with all that renders it. */
function readerCache(publication: Publication, rendering: Rendering): ReaderCache {
  const { settings, answerFeed, findMissing, buildDir, currentVersion, report } = publication;
  const { siteUrl, edgePurgeUrls } = settings;
  const { render, readStylesheet, mediaDir, table } = rendering;
  const renderPage = pageRenderer({
    render,
    renderPlace: placeRenderer({ render, answerFeed, table }),
    readStylesheet,
    findMissing,
    headers: commonHeaders(siteUrl),
    hasEdges: edgePurgeUrls.length > 0,
    siteUrl,
    files: siteFiles(mediaDir, buildDir),
    table,
  });
  const findPage = (request: PageRequest) => cache.find(request);
  const cache: ReaderCache = new ReaderCache({
    currentVersion,
    report,
    render: colouredPages({ renderPage, findPage, siteUrl, table }),
  });
  return cache;
}

const redirectFeed: Answer = ({ url = '/' }, response) => {
  response.writeHead(301, { location: movedFeed(url), 'cache-control': 'public, max-age=3600' }).end();
};

function adminHandler({ next, isDev }: Publication): Answer {
  return (request, response) => {
    const policy = adminPolicy(isDev);
    // Next reads the nonce from the request and adds it to its scripts.
    request.headers['content-security-policy'] = policy;
    response.setHeader('content-security-policy', policy);
    // Not on reader pages, which have no scripts to protect: it would start another browser process for each
    // visitor.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    return next(request, response);
  };
}

/** Serves files of the build and of `public`; in development, anything Next has. */
function fileHandler({ next, isDev, buildDir }: Publication): Answer {
  return async (request, response) => {
    // Next answers 500 to a range that a file does not have. RFC 9110 §14.2 lets a server ignore ranges.
    delete request.headers.range;
    if (isDev || !(await sendBuildFile(request, response, buildDir, pathOf(request))))
      await next(request, response);
  };
}

function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}
