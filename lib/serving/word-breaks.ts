import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';

/** Tags, and elements without text in which lines break. */
const NOT_TEXT = String.raw`<(style|script|title|textarea|option)\b[^]*?<\/\1>|<[^>]*>`;
const PARTS = new RegExp(`${NOT_TEXT}|${KHMER_RUN.source}`, 'gi');

/**
 * Marks where a line of Khmer may break in a page of ours: between words. Browsers without a Khmer
 * dictionary, such as those of cheap phones, would otherwise break anywhere or overflow the screen. `<wbr>`
 * and not U+200B, because it is neither copied nor searched.
 * @see https://html.spec.whatwg.org/#the-wbr-element
 */
export function markWordBreaks(html: string): string {
  return html.replace(PARTS, (part) => (part.startsWith('<') ? part : khmerWords(part).join('<wbr>')));
}
