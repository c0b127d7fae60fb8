import { isText } from './elements';

/** Where a number, a dash or a French mark holds on to its neighbour, the space between must not break. */
const STRAY_NO_BREAK = /(?<![\d«–—])\u00a0(?![\d:;?!»%–—])/g;
const RUN = /[ \u00a0]{2,}/g;
/** Marks of order and hyphens that no one typed; zero-width spaces part words of Khmer and stay. */
const STRAY_MARKS = /[\ufeff\u00ad\u200e\u200f\u202a-\u202e]/g;

/** A text whose no-break spaces stand only where they hold something together. */
export function plainSpaces(text: string): string {
  return text.replace(STRAY_MARKS, '').replace(RUN, ' ').replace(STRAY_NO_BREAK, ' ');
}

/** Pages and word processors strew no-break spaces among words, and lines then break in odd places. */
export function tidySpaces(node: Node): void {
  node.normalize();
  for (const child of node.childNodes) {
    if (isText(child)) child.nodeValue = plainSpaces(child.nodeValue ?? '');
    else if ((child as Element).localName !== 'pre') tidySpaces(child);
  }
}
