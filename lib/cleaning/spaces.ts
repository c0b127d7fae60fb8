import { isText } from './elements';

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
