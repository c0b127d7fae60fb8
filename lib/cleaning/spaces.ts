import { isElement, isText } from './elements';

/** Unneeded no-break spaces. Next to a number, a dash or French punctuation they are needed and stay. */
const STRAY_NO_BREAK = /(?<![\d«–—])\u00a0(?![\d:;?!»%–—])/g;
const RUN = /[ \u00a0]{2,}/g;
/** Direction marks and hyphens that nobody typed. Zero-width spaces separate Khmer words and stay. */
const STRAY_MARKS = /[\ufeff\u00ad\u200e\u200f\u202a-\u202e]/g;

/** Returns a text with no-break spaces only where they hold something together. */
export function plainSpaces(text: string): string {
  return text.replace(STRAY_MARKS, '').replace(RUN, ' ').replace(STRAY_NO_BREAK, ' ');
}

/**
 * Replaces the no-break spaces that pages and word processors scatter among words, which make lines break in
 * odd places.
 */
export function tidySpaces(node: Node): void {
  node.normalize();
  for (const child of node.childNodes) {
    if (isText(child)) child.nodeValue = plainSpaces(child.nodeValue ?? '');
    else if ((child as Element).localName !== 'pre') tidySpaces(child);
  }
}

/**
 * Removes spaces at the edges of blocks, and all but one of those between words, as browsers show them.
 * @param isPartOfLine whether the markup is a part of a line: then its edges are not those of a block.
 */
export function trimLines(root: HTMLElement, isPartOfLine: boolean): void {
  for (const block of root.querySelectorAll<HTMLElement>('p, h2, h3, .pull-quote')) {
    const texts: Text[] = [];
    singleSpaces(block, !isPartOfLine, texts);
    for (const text of isPartOfLine ? [] : texts.reverse()) {
      text.nodeValue = (text.nodeValue ?? '').replace(/ $/, '');
      if (text.nodeValue) break;
    }
  }
}

/** @param texts receives the texts since the last footnote. @returns whether a space at the end is one too many. */
function singleSpaces(node: Node, isAfterSpace: boolean, texts: Text[]): boolean {
  let isAfter = isAfterSpace;
  for (const child of node.childNodes) {
    if (isText(child)) {
      const text = child.nodeValue ?? '';
      child.nodeValue = isAfter ? text.replace(/^ /, '') : text;
      if (child.nodeValue) isAfter = child.nodeValue.endsWith(' ');
      texts.push(child);
    } else if (isElement(child) && child.localName === 'br') isAfter = true;
    else if (isElement(child) && child.hasAttribute('data-footnote')) {
      isAfter = false;
      texts.length = 0;
    } else isAfter = singleSpaces(child, isAfter, texts);
  }
  return isAfter;
}

/** Removes line breaks of the source before and after a part of a line, which are no spaces between words. */
export function trimSource(root: HTMLElement): void {
  const texts = textsIn(root);
  for (const text of texts) {
    const words = text.nodeValue ?? '';
    const bare = words.trimStart();
    if (words.slice(0, words.length - bare.length).includes('\n')) text.nodeValue = bare;
    if (text.nodeValue) break;
  }
  for (const text of texts.reverse()) {
    const words = text.nodeValue ?? '';
    const bare = words.trimEnd();
    if (words.slice(bare.length).includes('\n')) text.nodeValue = bare;
    if (text.nodeValue) break;
  }
}

function textsIn(node: Node): Text[] {
  return [...node.childNodes].flatMap((child) => (isText(child) ? [child] : textsIn(child)));
}
