import { escapeHtml } from '@/lib/document/escape';
import { replaceBetween } from '@/lib/language/replace-between';

const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s=<>"]+(?:="[^"]*")?)*\s*\/?>/gi;
const ADDRESS = /(\s(?:href|src|poster))="([^"]*)"/gi;
const SOURCE_SET = /(\ssrcset)="([^"]*)"/gi;
/** Of a picture; the source of a film has no `srcset`. */
const IS_CHOICE = /^<\/?picture>|\ssrcset=/i;
const PULL_QUOTE = /<aside class="pull-quote">/g;
const ASIDE_END = /<\/aside>/g;
/** Attributes that have a meaning only on our own pages. */
const OWN_ATTRIBUTES =
  /\s(?:class|loading|decoding|fetchpriority|sizes|role|tabindex|style|popover|popovertarget)(?:="[^"]*")?/gi;

/**
 * Converts the HTML of a body for feed readers: one plain picture instead of a choice of formats, pull quotes
 * as quotations, boxes between lines, absolute addresses. Links to notes are absolute too: feed readers show many
 * items on one page, resolve a bare `#fn-1` against their own address, or remove ids. The ids stay as on the page, for
 * readers that show a note in place.
 * @param baseUrl the public address of the post.
 */
export function feedHtml(html: string, baseUrl: string): string {
  const plain = replaceBetween(
    html,
    PULL_QUOTE,
    ASIDE_END,
    ({ inner }) => `<blockquote>${inner}</blockquote>`,
  )
    .replace(/<\/?picture>|<source\b[^<>]*>/gi, (tag) => (IS_CHOICE.test(tag) ? '' : tag))
    // Without a stylesheet, a box has no edges.
    .replace(/<aside\b/g, '<hr>$&')
    .replace(/<\/aside>/g, '$&<hr>')
    .replace(TAG, (tag) => tag.replace(OWN_ATTRIBUTES, ''));
  return absoluteHtml(plain, baseUrl);
}

/** Makes every address in our HTML absolute. */
export function absoluteHtml(html: string, baseUrl: string): string {
  const absolute = (address: string) => {
    const plain = address.replaceAll('&amp;', '&');
    return URL.canParse(plain, baseUrl) ? escapeHtml(new URL(plain, baseUrl).href) : address;
  };
  return html.replace(TAG, (tag) =>
    tag
      .replace(ADDRESS, (_whole, name, address) => `${name}="${absolute(address)}"`)
      .replace(SOURCE_SET, (_whole, name, set: string) => {
        const sources = set.split(',').map((source) => source.trim().replace(/^\S+/, absolute));
        return `${name}="${sources.join(', ')}"`;
      }),
  );
}
