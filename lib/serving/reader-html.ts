import { createHash } from 'node:crypto';
import type { ReaderHtml } from '@/lib/formats/editions/page-document';
import type { PageStyles } from './page-styles';
import { markWordBreaks } from './word-breaks';

const SCRIPTS = /<script\b([^>]*)>[\s\S]*?<\/script>/gi;
const IS_DATA = /\btype="application\/ld\+json"/i;
const SCRIPT_LINKS = /<link\b(?=[^>]*\brel="(?:modulepreload|expect)"|[^>]*\bas="script")[^>]*>/gi;
const STYLE_PRELOADS = /<link\b(?=[^>]*\bas="style")[^>]*>/gi;
const STYLESHEETS = /<link\b(?=[^>]*\brel="stylesheet")(?=[^>]*\bhref="([^"?]+)[^"]*")[^>]*>/gi;
const COMMENTS = /<!--[\s\S]*?-->/g;
const EMPTY_REMAINS = /<div hidden="">\s*<\/div>/g;
const STYLES = /<style\b[^>]*>([\s\S]*?)<\/style>/gi;

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
  const bare = page
    .replace(SCRIPTS, (script, attributes: string) =>
      IS_DATA.test(attributes) ? `<keep-${kept.push(script) - 1}>` : '',
    )
    .replace(COMMENTS, '')
    .replace(SCRIPT_LINKS, '')
    .replace(STYLE_PRELOADS, '')
    .replace(STYLESHEETS, (link, path: string) => {
      const styles = readStylesheet(path);
      return styles === null ? link : `<style>${styles(page + addedLater)}</style>`;
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
 * Makes the relative addresses in a stylesheet absolute, so that they stay valid inside a page.
 * @param path of the stylesheet on this site.
 */
export function rebaseStylesheet(css: string, path: string): string {
  return css
    .replace(
      /url\(\s*(['"]?)(?!data:|https?:|\/|#)([^'")]+)\1\s*\)/g,
      (_url, quote: string, address: string) => {
        const { pathname, search } = new URL(address, `http://site${path}`);
        return `url(${quote}${pathname}${search}${quote})`;
      },
    )
    .replace(/\/\*#\s*sourceMappingURL=[\s\S]*?\*\//g, '');
}

function policyFor(html: string, framedBy: string): string {
  const hashes = Array.from(html.matchAll(STYLES), ([, css = '']) => {
    return `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  });
  const hasLink = html.search(STYLESHEETS) >= 0;
  const styles = [...(hasLink ? ["'self'"] : []), ...new Set(hashes)].join(' ') || "'none'";
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
