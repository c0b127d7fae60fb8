import { LRUCache } from 'lru-cache';
import { COENG, KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';

/** Elements without text in which lines break, and what ends each. */
const WITHOUT_BREAKS = /^<(style|script|title|textarea|option)\b/i;
const PARTS = new RegExp(`<[^<>]*>|${KHMER_RUN.source}`, 'g');
/**
 * A word of more letters may break: in a headline on a small phone it would be wider than the screen. Subscripts,
 * vowels and signs take no place in a line, or little.
 */
const MOST_LETTERS = 10;
const [FIRST_LETTER, LAST_LETTER] = ['\u1780', '\u17B3'];

/** Runs that were marked last, with their marks: headlines and names are on many pages, and finding words takes long. */
const known = new LRUCache<string, string>({ max: 2000 });
const LONGEST_KNOWN = 200;

/** What marks words: a page with Khmer needs the styles of these elements. */
export const WORD_MARKS = '<span class="khmer"><wbr></span>';

/** Whether a page has words to be marked. */
export function hasKhmer(html: string): boolean {
  return html.search(KHMER_RUN) >= 0;
}

/**
 * Marks where a line of Khmer may break in a page of ours: between words, and nowhere else. Browsers without a Khmer
 * dictionary, such as those of cheap phones, would otherwise break anywhere or overflow the screen; those with a
 * dictionary would also break inside words, where theirs differs from ours. `<wbr>` and not U+200B, because it is
 * neither copied nor searched.
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
    marked += html.slice(from, index) + markedRun(part);
    from = index + part.length;
  }
  return marked + html.slice(from);
}

function markedRun(run: string): string {
  const marked = known.get(run) ?? marksIn(khmerWords(run));
  if (run.length <= LONGEST_KNOWN) known.set(run, marked);
  return marked;
}

/** Marks the words of a run. Between two that stay whole, the line may break only at the mark. */
function marksIn(words: string[]): string {
  let marked = '';
  let whole: string[] = [];
  const separate = () => (marked === '' ? '' : '<wbr>');
  const endWhole = () => {
    if (whole.length > 0) marked += `${separate()}<span class="khmer">${whole.join('<wbr>')}</span>`;
    whole = [];
  };
  for (const word of words) {
    if (lettersIn(word) <= MOST_LETTERS) whole.push(word);
    else {
      endWhole();
      marked += separate() + word;
    }
  }
  endWhole();
  return marked;
}

/** Counts the letters that stand in the line: not those below others. */
function lettersIn(word: string): number {
  let letters = 0;
  let before = '';
  for (const letter of word) {
    const isLetter = letter >= FIRST_LETTER && letter <= LAST_LETTER;
    if (isLetter && before !== COENG) letters += 1;
    before = letter;
  }
  return letters;
}

/** Without its end, an element reaches to the end of the page. */
function endOf(html: string, name: string, start: number): number {
  const end = html.indexOf(`</${name}>`, start);
  return end < 0 ? html.length : end;
}
