import { isBlank, isElement, isText, wordsOf } from './elements';
import { splitCredit } from './picture-credit';
import { markOf } from './picture-mark';
import type { PastedPicture, Removed } from './report';

const GALLERY = '.wp-block-gallery, .kg-gallery-card, .gallery[id^="gallery-"], .blocks-gallery-grid';
const CAPTION = 'figcaption, .wp-caption-text, .caption, [class*="caption"]';
const CREDIT =
  '[class*="credit" i], [class*="copyright" i], [class*="photographer" i], [class*="attribution" i]';
const SIZES = { width: /width:\s*([\d.]+)px/, height: /height:\s*([\d.]+)px/ };
const LONGEST_GALLERY = 9;

/**
 * Takes every picture out of the markup and leaves a mark in its place, between the paragraphs.
 * @returns groups of pictures, in the order of their marks: one picture, or the pictures of a gallery.
 */
export function gatherPictures(root: HTMLElement, removed: Removed): PastedPicture[][] {
  const groups: PastedPicture[][] = [];
  for (const image of root.querySelectorAll<HTMLElement>('img')) dropOrSay(image, removed);
  for (const gallery of root.querySelectorAll<HTMLElement>(GALLERY)) {
    const images = root.contains(gallery) ? [...gallery.querySelectorAll<HTMLElement>('img')] : [];
    if (images.length < 2 || images.length > LONGEST_GALLERY) continue;
    leaveMark(gallery, groups.push(images.map(pictureOf)) - 1);
  }
  for (const image of root.querySelectorAll<HTMLElement>('img')) {
    if (!root.contains(image)) continue;
    const picture = pictureOf(image);
    leaveMark(placeOf(image), groups.push([picture]) - 1);
  }
  return groups;
}

/** Replaces emoji pictures with their characters, and removes tracking pixels. */
function dropOrSay(image: HTMLElement, removed: Removed): void {
  const alt = image.getAttribute('alt') ?? '';
  const isEmoji = /emoji|smiley/i.test(image.className) || /^\p{Extended_Pictographic}/u.test(alt);
  if (isEmoji && alt.length <= 16) {
    image.replaceWith(alt);
    return;
  }
  const sizes = [sizeOf(image, 'width'), sizeOf(image, 'height')];
  if (sizes.some((size) => size !== null && size <= 2)) {
    removed.trackers += 1;
    image.remove();
  }
}

function sizeOf(image: HTMLElement, side: 'width' | 'height'): number | null {
  const written = image.getAttribute(side) ?? SIZES[side].exec(styleOf(image))?.[1];
  return written && /^[\d.]+/.test(written) ? Number.parseFloat(written) : null;
}

function styleOf(element: Element): string {
  return element.getAttribute('style') ?? '';
}

function pictureOf(image: HTMLElement): PastedPicture {
  const { caption, credit } = wordsBeside(image);
  return { address: addressOf(image), alt: altOf(image), caption, credit };
}

/** What programs write as alt text when nobody described a picture: its path, its address or the name of its file. */
const NO_DESCRIPTION =
  /^(?:(?:[a-z]:[\\/]|\\\\|file:|https?:|data:|blob:|cid:).*|\/\S*|[^\s/]+\.(?:jpe?g|png|gif|webp|avif|heic|tiff?|bmp|svg|emf|wmf))$/i;

function altOf(image: HTMLElement): string {
  const alt = (image.getAttribute('alt') ?? '').trim();
  return NO_DESCRIPTION.test(alt) ? '' : alt;
}

/**
 * Returns the address of a picture. With lazy loading, `src` is a placeholder and another attribute has the
 * address.
 */
function addressOf(image: HTMLElement): string | null {
  const source = image.getAttribute('src') ?? '';
  const isStandIn = source === '' || /^data:image\/(gif|svg)/.test(source);
  const late = image.getAttribute('data-src') ?? image.getAttribute('data-lazy-src') ?? largestOf(image);
  const address = isStandIn && late ? late : source;
  return /^(https?:|blob:|data:image\/)/i.test(address) ? address : null;
}

function largestOf(image: HTMLElement): string | null {
  const candidates = (image.getAttribute('srcset') ?? '').split(/,\s+/).map((one) => one.trim().split(/\s+/));
  const [largest] = candidates.sort(
    (a, b) => Number.parseFloat(b[1] ?? '0') - Number.parseFloat(a[1] ?? '0'),
  );
  return largest?.[0] || null;
}

/** Returns the caption of a figure and, separately, the credit. */
function wordsBeside(image: HTMLElement): { caption: string; credit: string } {
  const figure = figureOf(image);
  const beside = figure ? captionIn(figure) : captionAfter(image);
  if (!beside) return { caption: '', credit: '' };
  const marked = beside.querySelector(CREDIT) ?? (figure ? creditBeside(figure, beside) : null);
  const credit = marked ? wordsOf(marked) : '';
  marked?.remove();
  const caption = wordsOf(beside);
  if (!figure) beside.remove();
  if (credit) return { caption, credit };
  return splitCredit(caption);
}

function figureOf(image: HTMLElement): HTMLElement | null {
  return image.closest<HTMLElement>('figure, .wp-caption, .media-caption');
}

function captionIn(figure: HTMLElement): HTMLElement | null {
  return figure.querySelector<HTMLElement>(CAPTION);
}

function creditBeside(figure: HTMLElement, caption: HTMLElement): Element | null {
  return [...figure.querySelectorAll(CREDIT)].find((element) => !element.contains(caption)) ?? null;
}

/** Finds Word's caption: a separate paragraph after the picture's. */
function captionAfter(image: HTMLElement): HTMLElement | null {
  const paragraph = image.closest('p');
  const next = paragraph?.nextElementSibling;
  const isCaption = next && /MsoCaption|(^|\s)(caption|illustration|figure)(\s|$)/i.test(next.className);
  return isCaption && paragraph && isBlank(paragraph.textContent) ? (next as HTMLElement) : null;
}

/** Returns the element that the mark replaces: the figure, or else the picture itself. */
function placeOf(image: HTMLElement): HTMLElement {
  const figure = figureOf(image);
  if (!figure) return image;
  return figure.querySelectorAll('img').length === 1 ? figure : image;
}

/** Puts a mark between paragraphs, because a picture is a block. */
function leaveMark(place: HTMLElement, index: number): void {
  const mark = place.ownerDocument.createElement('figure');
  mark.setAttribute('data-media-id', markOf(index));
  const line = place.closest<HTMLElement>('p, h1, h2, h3, h4, h5, h6, a');
  if (!line) {
    place.replaceWith(mark);
    return;
  }
  const outer =
    line.localName === 'a' ? (line.closest<HTMLElement>('p, h1, h2, h3, h4, h5, h6') ?? line) : line;
  if (isFirst(place, outer)) outer.before(mark);
  else outer.after(mark);
  place.remove();
}

/** After so many nodes, a picture is not first; each picture of a line asks. */
const MOST_BEFORE = 50;

function isFirst(place: Node, line: Node): boolean {
  let steps = 0;
  for (let node: Node | null = place; node && node !== line; node = node.parentNode) {
    for (let before = node.previousSibling; before; before = before.previousSibling) {
      steps += 1;
      if (steps > MOST_BEFORE) return false;
      if ((isText(before) || isElement(before)) && !isBlank(before.textContent)) return false;
    }
  }
  return true;
}
