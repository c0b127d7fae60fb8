import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';

/** Elements without text in which lines break, and what ends each. */
const WITHOUT_BREAKS = /^<(style|script|title|textarea|option)\b/i;
const PARTS = new RegExp(`<[^<>]*>|${KHMER_RUN.source}`, 'g');

/**
 * Marks where a line of Khmer may break in a page of ours: between words. Browsers without a Khmer
 * dictionary, such as those of cheap phones, would otherwise break anywhere or overflow the screen. `<wbr>`
 * and not U+200B, because it is neither copied nor searched.
 * @see https://html.spec.whatwg.org/#the-wbr-element
 */
export function markWordBreaks(html: string): string {
  let marked = '';
  let from = 0;
  let resumesAt = 0;
  for (const { 0: part, index } of html.matchAll(PARTS)) {
    if (index < resumesAt) continue;
    if (part.startsWith('<')) {
      const name = WITHOUT_BREAKS.exec(part)?.[1];
      if (name) resumesAt = endOf(html, name, index);
      continue;
    }
    marked += html.slice(from, index) + khmerWords(part).join('<wbr>');
    from = index + part.length;
  }
  return marked + html.slice(from);
}

/** Without its end, an element reaches to the end of the page. */
function endOf(html: string, name: string, start: number): number {
  const end = html.indexOf(`</${name}>`, start);
  return end < 0 ? html.length : end;
}
