import { createHash } from 'node:crypto';
import type { ReaderHtml } from '@/lib/formats/editions/page-document';
import { replaceBetween } from '@/lib/language/replace-between';
import type { PageStyles } from './page-styles';
import { hasKhmer, markWordBreaks, WORD_MARKS } from './word-breaks';

const SCRIPT = /<script\b[^<>]*>/gi;
const SCRIPT_END = /<\/script>/gi;
const IS_DATA = /\btype="application\/ld\+json"/i;
const LINK = /<link\b[^<>]*>/gi;
/** Links that only scripts need, and preloads of stylesheets that are inlined. */
const IS_UNNEEDED = /\b(?:rel="(?:modulepreload|expect)"|as="(?:script|style)")/i;
const IS_STYLESHEET = /\brel="stylesheet"/i;
const STYLESHEET_PATH = /\bhref="([^"?]+)/i;
const COMMENT = /<!--/g;
const COMMENT_END = /-->/g;
const EMPTY_REMAINS = /<div hidden="">\s*<\/div>/g;
const STYLE = /<style\b[^<>]*>/gi;
const STYLE_END = /<\/style>/gi;
const SOURCE_MAP = /\/\*#\s*sourceMappingURL=/g;
const CSS_COMMENT_END = /\*\//g;
/** What is already absolute, or data. */
const IS_PLACED = /^(?:data:|https?:|\/|#)/;

interface How {
  /** Who may frame the page; nobody by default. */
  framedBy?: "'none'" | "'self'";
  /** HTML of ours that will be put into the page: its styles are kept as well. */
  addedLater?: string;
}

/**
 * Removes everything that needs a script from a page rendered by Next, and inlines what it uses of
 * its stylesheets: the result is one file that a browser can display immediately.
 * @param readStylesheet returns a stylesheet by its path on this site, or null if there is none.
 */
export function toReaderHtml(
  page: string,
  readStylesheet: (path: string) => PageStyles | null,
  { framedBy = "'none'", addedLater = '' }: How = {},
): ReaderHtml {
  // Structured data is taken out first, so that nothing below can change the author's words in it.
  const kept: string[] = [];
  const withoutScripts = replaceBetween(page, SCRIPT, SCRIPT_END, ({ opening, whole }) =>
    IS_DATA.test(opening) ? `<keep-${kept.push(whole) - 1}>` : '',
  );
  const styled = withoutScripts + addedLater + (hasKhmer(withoutScripts) ? WORD_MARKS : '');
  const bare = replaceBetween(withoutScripts, COMMENT, COMMENT_END, () => '')
    .replace(LINK, (link) => {
      if (IS_UNNEEDED.test(link)) return '';
      const path = stylesheetPath(link);
      const styles = path === null ? null : readStylesheet(path);
      return styles === null ? link : `<style>${styles(styled)}</style>`;
    })
    .replace(/<\/style>\s*<style>/g, '\n')
    .replace(EMPTY_REMAINS, '');
  const html = markWordBreaks(bare).replace(
    /<keep-(\d+)>/g,
    (_mark, index: string) => kept[Number(index)] ?? '',
  );
  return { html, policy: policyFor(html, framedBy) };
}

/**
 * Returns `toReaderHtml` for Next's answers, which does it once for each: the page that says that there is none answers
 * every unknown address.
 */
export function readerHtmlOnce(readStylesheet: (path: string) => PageStyles | null) {
  const known = new WeakMap<Buffer, { addedLater: string; made: ReaderHtml }>();
  return (rendered: Buffer, addedLater: string): ReaderHtml => {
    const before = known.get(rendered);
    if (before?.addedLater === addedLater) return before.made;
    const made = toReaderHtml(String(rendered), readStylesheet, { addedLater });
    known.set(rendered, { addedLater, made });
    return made;
  };
}

/**
 * Makes the relative addresses in a stylesheet absolute, so that they stay valid inside a page.
 * @param path of the stylesheet on this site.
 */
export function rebaseStylesheet(css: string, path: string): string {
  const rebased = css.replace(/url\(([^()]*)\)/g, (url, written: string) => {
    const address = written.replace(/['"]/g, '').trim();
    if (!address || IS_PLACED.test(address)) return url;
    const [quote = ''] = /['"]/.exec(written) ?? [];
    const { pathname, search } = new URL(address, `http://site${path}`);
    return `url(${quote}${pathname}${search}${quote})`;
  });
  return replaceBetween(rebased, SOURCE_MAP, CSS_COMMENT_END, () => '');
}

function stylesheetPath(link: string): string | null {
  return IS_STYLESHEET.test(link) ? (STYLESHEET_PATH.exec(link)?.[1] ?? null) : null;
}

function policyFor(html: string, framedBy: string): string {
  const hashes = new Set<string>();
  replaceBetween(html, STYLE, STYLE_END, ({ inner: css }) => {
    hashes.add(`'sha256-${createHash('sha256').update(css).digest('base64')}'`);
    return '';
  });
  const hasLink = html.match(LINK)?.some((link) => stylesheetPath(link) !== null) ?? false;
  const styles = [...(hasLink ? ["'self'"] : []), ...hashes].join(' ') || "'none'";
  return [
    "default-src 'none'",
    "script-src 'none'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    // No script runs here that could connect, but auditing tools fetch robots.txt in the name of the page.
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join('; ');
}
