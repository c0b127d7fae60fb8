import { escapeHtml } from '@/lib/document/escape';
import { replaceBetween } from '@/lib/language/replace-between';
import { copiedFile } from './copy-pictures';
import { type AddressedEdition, editionAddress } from './edition-addresses';
import { elementsOf, readPage } from './page-document';
import type { SiteFiles } from './site-files';

const LINKS = /<a\b[^<>]*>/g;
const EDITION = /\sdata-edition="(text|light|dark|page)"/;
const ADDRESS = /(\shref=")[^"]*/;
const EMPTY_SPANS = /<span\b[^<>]*><\/span>/g;
const COPY_SIZE = ' data-copy-size=""';
const STYLE = /<style\b[^<>]*>/g;
const STYLE_END = /<\/style>/g;
const PICTURE = /<picture\b[^<>]*>/g;
const PICTURE_END = /<\/picture>/g;
const IMAGE = /<img\b[^<>]*>/g;
const TAGS = /<[^<>]*>/g;
const KHMER = /[\u1780-\u17FF]/;
/** The measured size of reduced fonts per remaining character. */
const LATIN_BYTES = 245;
const KHMER_BYTES = 450;

/**
 * Adds to a page what depends on its address and its files: the addresses of its other editions, and the
 * approximate size of its copy in one file.
 * @param key the page's address, with its query.
 */
export async function linkEditions(html: string, key: string, files: SiteFiles): Promise<string> {
  const linked = html.replace(LINKS, (link) => {
    const edition = EDITION.exec(link)?.[1] as 'page' | AddressedEdition | undefined;
    if (!edition) return link;
    const address = edition === 'page' ? key : editionAddress(edition, key);
    return link.replace(ADDRESS, (_attribute, start: string) => start + escapeHtml(address));
  });
  if (!linked.includes(COPY_SIZE)) return linked;
  const size = await copySize(linked, files);
  const words = `(≈ ${Math.max(1, Math.round(size / 10_000)) * 10} KB)`;
  return linked.replace(EMPTY_SPANS, (span) => (span.includes(COPY_SIZE) ? words : span));
}

/** Estimates the bytes of a page's copy from the sizes of its files, without creating it. */
async function copySize(html: string, files: SiteFiles): Promise<number> {
  const article = articleOf(html);
  let styles = 0;
  replaceBetween(html, STYLE, STYLE_END, ({ inner: css }) => {
    styles += css.length;
    return '';
  });
  const images = elementsOf(readPage(picturesOf(article)), 'img');
  const sizes = await Promise.all(images.map((image) => files.sizeOf(copiedFile(image))));
  const fonts = fontBytes(article.replace(TAGS, ''));
  const inside = sizes.reduce((sum, size) => sum + size, fonts);
  return Buffer.byteLength(article) + styles + Math.ceil(inside / 3) * 4;
}

/** Returns only the pictures of an article: parsing all of it would take as long as rendering it. */
function picturesOf(article: string): string {
  const pictures: string[] = [];
  const rest = replaceBetween(article, PICTURE, PICTURE_END, ({ whole }) => {
    pictures.push(whole);
    return '';
  });
  const all = [...pictures, ...(rest.match(IMAGE) ?? [])];
  return all.map((picture) => `<div>${picture}</div>`).join('');
}

function articleOf(html: string): string {
  const start = html.indexOf('<article');
  const end = html.lastIndexOf('</article>');
  return start < 0 || end < start ? '' : html.slice(start, end);
}

function fontBytes(text: string): number {
  const characters = [...new Set(text)];
  const khmer = characters.filter((character) => KHMER.test(character)).length;
  return khmer * KHMER_BYTES + (characters.length - khmer) * LATIN_BYTES;
}
