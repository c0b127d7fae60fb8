import { escapeHtml } from '@/lib/document/escape';
import { copiedFile } from './copy-pictures';
import { type AddressedEdition, editionAddress } from './edition-addresses';
import { elementsOf, readPage } from './page-document';
import type { SiteFiles } from './site-files';

const EDITION_LINK = /(<a\b(?=[^>]*\sdata-edition="(text|light|dark|page)")[^>]*?\shref=")[^"]*/g;
const COPY_SIZE = /<span\b[^>]*\sdata-copy-size=""[^>]*><\/span>/;
const ARTICLE = /<article\b[\s\S]*<\/article>/;
const STYLES = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const TAGS = /<[^>]*>/g;
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
  const linked = html.replace(EDITION_LINK, (_link, start: string, edition: 'page' | AddressedEdition) => {
    const address = edition === 'page' ? key : editionAddress(edition, key);
    return start + escapeHtml(address);
  });
  if (!COPY_SIZE.test(linked)) return linked;
  const size = await copySize(linked, files);
  return linked.replace(COPY_SIZE, `(≈ ${Math.max(1, Math.round(size / 10_000)) * 10} KB)`);
}

/** Estimates the bytes of a page's copy from the sizes of its files, without creating it. */
async function copySize(html: string, files: SiteFiles): Promise<number> {
  const [article = ''] = ARTICLE.exec(html) ?? [];
  const css = Array.from(html.matchAll(STYLES), ([, text = '']) => text).join('');
  const sizes = await Promise.all(
    elementsOf(readPage(article), 'img').map((image) => files.sizeOf(copiedFile(image))),
  );
  const fonts = fontBytes(article.replace(TAGS, ''));
  const inside = sizes.reduce((sum, size) => sum + size, fonts);
  return Buffer.byteLength(article) + css.length + Math.ceil(inside / 3) * 4;
}

function fontBytes(text: string): number {
  const characters = [...new Set(text)];
  const khmer = characters.filter((character) => KHMER.test(character)).length;
  return khmer * KHMER_BYTES + (characters.length - khmer) * LATIN_BYTES;
}
