import { escapeHtml } from '@/lib/document/escape';
import { copiedFile } from './copy-pictures';
import { type AddressedEdition, editionAddress } from './edition-addresses';
import { elementsOf, readPage } from './page-document';
import type { SiteFiles } from './site-files';

const EDITION_LINK = /(<a data-edition="(text|light|dark|page)"[^>]*? href=")[^"]*/g;
const COPY_SIZE = /<span data-copy-size=""><\/span>/;
const ARTICLE = /<article\b[\s\S]*<\/article>/;
const STYLES = /<style\b[^>]*>([\s\S]*?)<\/style>/g;
const TAGS = /<[^>]*>/g;
const KHMER = /[\u1780-\u17FF]/;
/** What fonts cut down weigh for each character that is left in them, measured. */
const LATIN_BYTES = 245;
const KHMER_BYTES = 450;

/**
 * Puts into a page what only its address and its files can tell: where its other
 * editions are, and about how large its copy in one file is.
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

/** About how many bytes the copy of a page has, from the sizes of its files, without making it. */
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
