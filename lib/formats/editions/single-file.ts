import { escapeHtml } from '@/lib/document/escape';
import { writtenHtml } from '@/lib/document/written-html';
import { copyName } from './copy-name';
import { putPicturesInside, type ReadFile } from './copy-pictures';
import { COPY_NOTE } from './copy-style';
import { withFontsInside } from './font-faces';
import {
  elementsOf,
  linkToRecordings,
  type PageDocument,
  readPage,
  styleHash,
  wordsAt,
} from './page-document';

/** A post in one file. */
export interface SingleFile {
  html: string;
  /** Value of `Content-Security-Policy`; the file contains the same policy. */
  policy: string;
  /** Value of `Content-Disposition`. */
  disposition: string;
}

const ARTICLE = '[data-part="post-article"]';
/**
 * Everything but the publication's name and the article: the rest links elsewhere or needs the site, and so may
 * any part that a page gets later.
 */
const LEFT_OUT = `script,body>:not(header,main),body>header>:not([data-part="masthead-name"]),main>:not(${ARTICLE})`;
const ITALIC = 'em,i,cite';
/** What a copy has and its page has not: without it, the page's styles would not have the rules for it. */
export const ONLY_IN_COPY = `<p class="${COPY_NOTE}"><a>`;

interface Options {
  /** The page's address on this site, percent-encoded. */
  key: string;
  /** The public address, without a trailing slash. */
  siteUrl: string;
  readFile: ReadFile;
}

/**
 * Builds a post as one HTML file that opens offline: the page as readers see it, with its pictures and the
 * used part of its fonts embedded, and absolute links. Null for a page that is not a post.
 * @param html the page as readers get it, with the styles for `ONLY_IN_COPY` too.
 */
export async function singleFile(html: string, options: Options): Promise<SingleFile | null> {
  const page = readPage(html);
  if (!page.querySelector(ARTICLE)) return null;
  const css = elementsOf(page, 'style')
    .map((style) => style.textContent)
    .join('\n');
  for (const element of elementsOf(page, LEFT_OUT)) element.remove();
  linkToRecordings(page);
  makeLinksWhole(page, options);
  page.querySelector('main')?.append(...originNote(page, options));
  const text = {
    upright: page.body.textContent,
    italic: elementsOf(page, ITALIC)
      .map((element) => element.textContent)
      .join(''),
  };
  const style = await withFontsInside(css, text, options.readFile);
  await putPicturesInside(page, options.readFile);
  const policy = policyFor(style);
  const lang = escapeHtml(page.documentElement.getAttribute('lang') ?? '');
  return {
    html: `<!DOCTYPE html><html lang="${lang}"><head>${headOf(page, policy)}<style>${style}</style></head><body>${writtenHtml(page.body)}</body></html>`,
    // A policy inside a page cannot contain this directive.
    policy: `${policy}; frame-ancestors 'none'`,
    disposition: copyName(page.querySelector('h1')?.textContent ?? '', options.key),
  };
}

/** @see https://www.w3.org/TR/CSP3/#meta-element */
function policyFor(style: string): string {
  return `default-src 'none'; style-src ${styleHash(style)}; img-src data:; font-src data:; base-uri 'none'; form-action 'none'`;
}

function headOf(page: PageDocument, policy: string): string {
  const content = (selector: string, name: string) =>
    escapeHtml(page.querySelector(selector)?.getAttribute(name) ?? '');
  return [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escapeHtml(page.title)}</title>`,
    `<meta name="description" content="${content('meta[name=description]', 'content')}">`,
    `<link rel="canonical" href="${content('link[rel=canonical]', 'href')}">`,
    '<link rel="icon" href="data:,">',
  ].join('');
}

function makeLinksWhole(page: PageDocument, { key, siteUrl }: Options) {
  for (const link of elementsOf(page, 'a[href]')) {
    const href = link.getAttribute('href') ?? '';
    // Notes are in the file; all other targets are on the site.
    if (href.startsWith('#') || !URL.canParse(href, siteUrl + key)) continue;
    link.setAttribute('href', new URL(href, siteUrl + key).href);
  }
}

/** Builds the note with the address of the original: a copy does not have later corrections. */
function originNote(page: PageDocument, { key, siteUrl }: Options) {
  const article = page.querySelector(ARTICLE) ?? page.body;
  const note = page.createElement('p');
  note.setAttribute('data-part', 'copy-note');
  note.setAttribute('class', COPY_NOTE);
  note.setAttribute('lang', article.getAttribute('lang') ?? '');
  const link = page.createElement('a');
  link.setAttribute('href', siteUrl + key);
  link.textContent = decodeURI(siteUrl + key);
  note.append(`${wordsAt(article).copyNote} `, link);
  return [note];
}
