import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';
import { withoutEnding } from '@/lib/language/without-ending';

/** What a shortened text does not end with before the ellipsis. */
const JOINT = ' \t\n\u00A0\u200B,;:–—-';
const letters = new Intl.Segmenter();

/**
 * Shortens a text to `longest` letters, the ellipsis included. It ends after a whole word, in Khmer too; only a first
 * word that is longer than all of it is cut, after a complete letter with all its signs.
 */
export function shortened(text: string, longest: number): string {
  if (lengthOf(text) <= longest) return text;
  let kept = '';
  let length = 0;
  for (const piece of piecesOf(text)) {
    if (length + lengthOf(withoutEnding(piece, JOINT)) > longest - 1) break;
    length += lengthOf(piece);
    kept += piece;
  }
  const whole = withoutEnding(kept, JOINT);
  return `${whole || firstLetters(text, longest - 1)}…`;
}

/** Splits a text after each space and each Khmer word. */
function piecesOf(text: string): string[] {
  const marked = text.replace(KHMER_RUN, (run) => khmerWords(run).join('\0'));
  return marked.split('\0').flatMap((piece) => piece.match(/\S+\s*|\s+/gu) ?? []);
}

function firstLetters(text: string, count: number): string {
  return Array.from(letters.segment(text), ({ segment }) => segment)
    .slice(0, count)
    .join('')
    .trimEnd();
}

function lengthOf(text: string): number {
  return Array.from(letters.segment(text)).length;
}
