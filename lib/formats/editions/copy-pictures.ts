import { elementsOf, type PageDocument, type PageElement, wordsAt } from './page-document';

/** The width on a phone, at two pixels to one. */
const WIDEST_PX = 800;
const MIME: Record<string, string> = {
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  avif: 'image/avif',
};

/** Reads a file of this site by its path; null if there is none. */
export type ReadFile = (path: string) => Promise<Buffer | null>;

/** Embeds the files of all pictures in the page; a picture whose file is gone is replaced by its alt text. */
export async function putPicturesInside(page: PageDocument, readFile: ReadFile): Promise<void> {
  for (const image of elementsOf(page, 'img')) {
    const path = copiedFile(image);
    const data = await readFile(path);
    const place = image.closest('picture') ?? image;
    if (!data) {
      const alt = image.getAttribute('alt');
      place.replaceWith(alt ? `[${wordsAt(image).picture}: ${alt}]` : '');
      continue;
    }
    const mime = MIME[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
    image.setAttribute('src', `data:${mime};base64,${data.toString('base64')}`);
    for (const name of ['loading', 'fetchpriority', 'srcset', 'sizes']) image.removeAttribute(name);
    place.replaceWith(image);
  }
}

/**
 * Returns the file of a picture that a copy embeds: WebP, which every browser in use supports, of moderate
 * size.
 */
export function copiedFile(image: PageElement): string {
  const source = image.parentElement?.querySelector('source[type="image/webp"]');
  const files = (source?.getAttribute('srcset') ?? '').split(',').map((file) => file.trim().split(/\s+/));
  const fitting = files.filter(([, width]) => Number.parseInt(width ?? '', 10) <= WIDEST_PX);
  return fitting.at(-1)?.[0] || image.getAttribute('src') || '';
}
