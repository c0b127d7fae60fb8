import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';

/** Tags, and elements that hold no text in which lines break. */
const NOT_TEXT = String.raw`<(style|script|title|textarea|option)\b[^]*?<\/\1>|<[^>]*>`;
const PARTS = new RegExp(`${NOT_TEXT}|${KHMER_RUN.source}`, 'gi');

/**
 * Marks in a page of ours where a line of Khmer may break: between words. Browsers that carry no
 * Khmer dictionary, as those of cheap phones, would otherwise cut anywhere or run out of the screen.
 * `<wbr>` and not U+200B, since it is neither copied nor searched.
 * @see https://html.spec.whatwg.org/#the-wbr-element
 */
export function markWordBreaks(html: string): string {
  return html.replace(PARTS, (part) => (part.startsWith('<') ? part : khmerWords(part).join('<wbr>')));
}
