import { escapeHtml } from '@/lib/document/escape';
import { replaceBetween } from '@/lib/language/replace-between';

const TAG = /<[a-z][a-z0-9-]*(?:\s+[^\s=<>"]+(?:="[^"]*")?)*\s*\/?>/gi;
const ADDRESS = /(\s(?:href|src|poster))="([^"]*)"/gi;
const SOURCE_SET = /(\ssrcset)="([^"]*)"/gi;
/** Of a picture; the source of a film has no `srcset`. */
const IS_CHOICE = /^<\/?picture>|\ssrcset=/i;
const PULL_QUOTE = /<aside class="pull-quote">/g;
const ASIDE_END = /<\/aside>/g;
const ID = /\sid="([^"]*)"/g;
/** Attributes that have a meaning only on our own pages. */
const OWN_ATTRIBUTES =
  /\s(?:class|loading|decoding|fetchpriority|sizes|role|tabindex|style|popover|popovertarget)(?:="[^"]*")?/gi;

/**
 * Converts the HTML of a body for feed readers: one plain picture instead of a choice of formats, pull quotes
 * as quotations, boxes between lines, notes that link within this item, absolute addresses.
 * @param baseUrl the public address of the post.
 * @param itemKey differs between items, because readers show many of them on one page.
 */
export function feedHtml(html: string, baseUrl: string, itemKey: string | number): string {
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
  return absoluteHtml(withOwnIds(plain, itemKey), baseUrl);
}

/** Makes every address in our HTML absolute, except links within the same item. */
export function absoluteHtml(html: string, baseUrl: string): string {
  const within = idsIn(html);
  const absolute = (address: string) => {
    const plain = address.replaceAll('&amp;', '&');
    if (plain.startsWith('#') && within.has(plain.slice(1))) return address;
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

function withOwnIds(html: string, itemKey: string | number): string {
  const within = idsIn(html);
  return html.replace(TAG, (tag) =>
    tag.replace(/(\sid="|\shref="#)([^"]*)"/gi, (whole, start: string, id: string) =>
      within.has(id) ? `${start}${id}-${itemKey}"` : whole,
    ),
  );
}

function idsIn(html: string): Set<string> {
  const tags = html.match(TAG) ?? [];
  return new Set(tags.flatMap((tag) => Array.from(tag.matchAll(ID), ([, id = '']) => id)));
}
