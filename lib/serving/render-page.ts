import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathInLanguage } from '@/lib/addresses';
import { LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { languageOfPath } from '@/lib/language/path-language';
import type { Missing } from '@/lib/posts/missing';
import { type Edition, inEdition } from '../formats/editions/edition-addresses';
import { linkEditions } from '../formats/editions/link-editions';
import { ONLY_IN_COPY, singleFile } from '../formats/editions/single-file';
import type { SiteFiles } from '../formats/editions/site-files';
import { keepLanguage } from './keep-language';
import { onceAVersion } from './once-a-version';
import { makePage, type Page, type PageParts } from './page';
import type { PageRequest } from './page-key';
import { type PageStyles, pageStyles } from './page-styles';
import { readerHtmlOnce, rebaseStylesheet, toReaderHtml } from './reader-html';
import type { Render, Rendered } from './render';
import type { RenderPlace } from './render-place';
import { type EditionRequest, requestedEdition } from './requested-edition';
import type { RouteTable } from './route-table';
import { frameFiller } from './search-frame';

interface Options {
  renderPlace: RenderPlace;
  /** Renders the not-found page. */
  render: Render;
  /** Returns the languages of the publication, the main one first. */
  languages: () => readonly LanguageCode[];
  /** Returns what is known of a path that no page answers. */
  findMissing: (path: string) => Missing;
  readStylesheet: (path: string) => PageStyles | null;
  /** Headers of every answer. */
  headers: Record<string, string>;
  hasEdges: boolean;
  /** The public address, without a trailing slash. */
  siteUrl: string;
  files: SiteFiles;
  table: RouteTable;
}

interface Finishing {
  read: ReturnType<typeof readerHtmlOnce>;
  fill: ReturnType<typeof frameFiller>;
}

/** The not-found page; only ever sent with 404 or 410. */
const NOT_FOUND_PATH = '/not-found';
const KEPT_HEADERS = ['content-type', 'content-language', 'last-modified', 'location', 'link'];

/**
 * Renders a page for readers: Next's page without scripts, a redirect to its new address, or the answer that
 * it is gone.
 */
export function pageRenderer(given: Options) {
  const { table, files } = given;
  const read = readerHtmlOnce(given.readStylesheet);
  const fill = frameFiller(async (frame, specimen, key) => {
    const { html, policy } = toReaderHtml(String(frame), given.readStylesheet, { addedLater: specimen });
    return { html: await linkEditions(keepLanguage(html, key, table), key, files), policy };
  });
  const options = { ...given, read, fill };
  // It is the same at every path of a language, and requests for many missing paths should cost as little as possible.
  const renderOnce = onceAVersion(options.render);
  return async (request: PageRequest, version: number): Promise<Page> => {
    const wanted = requestedEdition(options.table, request);
    const rendered = await options.renderPlace({ ...wanted, type: request.type }, version);
    await letOthersIn();
    if (rendered && rendered.status >= 500) return plainPage(rendered, rendered.status, version, options);
    if (rendered && rendered.status !== 404) {
      const page = await pageOf(rendered, rendered.status, version, wanted, options);
      if (page) return page;
    }
    const missing = options.findMissing(wanted.path);
    if (missing.kind === 'redirect')
      return redirectTo(inEdition(wanted.edition, missing.location), version, options);
    const status = missing.kind === 'gone' ? 410 : 404;
    if (rendered && !isHtml(rendered)) return plainPage(rendered, status, version, options);
    const readable: EditionRequest = wanted.edition === 'copy' ? { ...wanted, edition: 'page' } : wanted;
    const notFound = await renderOnce(notFoundPath(wanted.path, options.languages()), version);
    return (
      (await pageOf(notFound, status, version, readable, options)) ??
      plainPage(notFound, status, version, options)
    );
  };
}

/** Returns the path of the not-found page in the language of a path that no page answers. */
function notFoundPath(path: string, languages: readonly LanguageCode[]): string {
  const language = languageOfPath(path, languages[0] ?? LANGUAGE_CODES[0]);
  return pathInLanguage(NOT_FOUND_PATH, language, { languages });
}

/**
 * Reads the stylesheets of a build, each once. @param buildDir absolute or relative to the working folder.
 */
export function stylesheetsOf(buildDir: string): (path: string) => PageStyles | null {
  const known = new Map<string, PageStyles>();
  return (path) => {
    const [, file] = /^\/_next\/static\/([\w./~-]+\.css)$/.exec(path) ?? [];
    if (!file || file.includes('..')) return null;
    const styles =
      known.get(path) ??
      pageStyles(rebaseStylesheet(readFileSync(join(buildDir, 'static', file), 'utf8'), path));
    known.set(path, styles);
    return styles;
  };
}

/** Lets the event loop answer what has arrived: each step of a rendering blocks it for milliseconds. */
function letOthersIn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Checks whether an answer of Next is an HTML page. */
export function isHtml(rendered: Rendered): boolean {
  return String(rendered.headers['content-type'] ?? '').startsWith('text/html');
}

/** Returns the page, or its copy, where that is requested; null when it has none. */
async function pageOf(
  rendered: Rendered,
  status: number,
  version: number,
  { edition, key }: EditionRequest,
  options: Options & Finishing,
): Promise<Page | null> {
  if (rendered.headers.location && edition !== 'page')
    return redirectTo(inEdition(edition, String(rendered.headers.location)), version, options);
  if (!isHtml(rendered)) return edition === 'page' ? plainPage(rendered, status, version, options) : null;
  const finished = await finishedHtml(rendered, edition, key, options);
  if (!finished) return null;
  const { body, policy, headers = {} } = finished;
  const ours = { ...keptHeaders(rendered), ...options.headers, ...cachingFor(options.hasEdges) };
  await letOthersIn();
  return makePage({
    status,
    headers: { ...ours, 'content-security-policy': policy, ...headers },
    version,
    body,
    // Any words can be searched for.
    isEndless: key.includes('?'),
  });
}

interface FinishedHtml {
  body: PageParts['body'];
  policy: string;
  headers?: Record<string, string>;
}

/** Makes HTML of Next ready for readers, in steps between which others are answered. */
async function finishedHtml(
  rendered: Rendered,
  edition: Edition,
  key: string,
  { siteUrl, files, table, fill, read }: Options & Finishing,
): Promise<FinishedHtml | null> {
  if (rendered.part) {
    if (edition !== 'page') return null;
    const { pieces, policy } = await fill(rendered.body, rendered.part, key);
    return { body: pieces, policy };
  }
  const { html, policy } = read(rendered.body, edition === 'copy' ? ONLY_IN_COPY : '');
  const whole = keepLanguage(html, key, table);
  await letOthersIn();
  if (edition !== 'copy') return { body: Buffer.from(await linkEditions(whole, key, files)), policy };
  const copy = await singleFile(whole, { key, siteUrl, readFile: files.read });
  if (!copy) return null;
  return {
    body: Buffer.from(copy.html),
    policy: copy.policy,
    headers: { 'content-disposition': copy.disposition },
  };
}

function plainPage(rendered: Rendered, status: number, version: number, options: Options): Promise<Page> {
  const headers = { ...keptHeaders(rendered), ...options.headers, ...cachingFor(options.hasEdges) };
  return makePage({ status, headers, version, body: rendered.body });
}

function redirectTo(location: string, version: number, options: Options): Promise<Page> {
  const headers = { location, ...options.headers, ...cachingFor(options.hasEdges) };
  return makePage({ status: 301, headers, version, body: Buffer.alloc(0) });
}

function keptHeaders(rendered: Rendered): Record<string, string> {
  const { headers } = rendered;
  // React asks browsers in advance for the stylesheets of a page, which are in our pages themselves.
  const names = isHtml(rendered) ? KEPT_HEADERS.filter((name) => name !== 'link') : KEPT_HEADERS;
  const kept = names.flatMap((name) => (headers[name] ? [[name, String(headers[name])]] : []));
  return Object.fromEntries(kept);
}

/**
 * Browsers revalidate each time; a shared cache may keep a page, for a long time only where publishing purges
 * it. `stale-while-revalidate` is sent to edges only (RFC 9213), because Chromium follows it too, and would
 * show a reader yesterday's page once.
 */
function cachingFor(hasEdges: boolean): Record<string, string> {
  const seconds = hasEdges ? 86_400 : 2;
  return {
    'cache-control': `public, max-age=0, s-maxage=${seconds}, stale-if-error=604800`,
    'cdn-cache-control': `public, max-age=${seconds}, stale-while-revalidate=60, stale-if-error=604800`,
    'surrogate-key': 'broadside',
  };
}
