import { KHMER_RUN, khmerWords } from '@/lib/language/khmer-words';

/** Joiners and marks belong to the character before them. */
const MARKS = '[\\p{M}\\u200C\\u200D]*';
const LETTER = `[\\p{L}\\p{N}]${MARKS}`;
const PIECE = new RegExp(
  `[\\s\\u200B]+${MARKS}|(?:${LETTER})+(?:['’.,\\-](?:${LETTER})+)*|[^]${MARKS}`,
  'gu',
);
/** Texts in which the pieces above never separate a letter from its marks. */
const PLAIN = /^[\p{L}\p{N}\p{P}\p{Zs}\p{Sc}\p{Sm}\p{M}\n\t\u200B\u200C\u200D]*$/u;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Splits a text into words, spaces and signs, which join to the original text. Khmer, which has no spaces
 * between words, is split by dictionary; nothing is ever split within what a reader sees as one letter.
 */
export function splitWords(text: string): string[] {
  const pieces = (text.match(PIECE) ?? []).flatMap(partKhmer);
  return PLAIN.test(text) ? pieces : joinLetters(text, pieces);
}

function partKhmer(piece: string): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const { 0: run, index } of piece.matchAll(KHMER_RUN)) {
    if (index > at) append(parts, piece.slice(at, index));
    for (const word of khmerWords(run)) append(parts, word);
    at = index + run.length;
  }
  if (at < piece.length) append(parts, piece.slice(at));
  return parts;
}

const BELONGS_TO_LAST = /^[\p{M}\u200C\u200D]/u;
const COENG = '\u17D2';

function append(parts: string[], part: string) {
  const last = parts.length - 1;
  if (last >= 0 && (BELONGS_TO_LAST.test(part) || takesNext(parts[last] ?? ''))) parts[last] += part;
  else parts.push(part);
}

/** Whether a piece ends in a coeng, which makes the next consonant a subscript, even across joiners and signs. */
function takesNext(piece: string): boolean {
  let at = piece.length - 1;
  while (at >= 0 && piece[at] !== COENG && BELONGS_TO_LAST.test(piece.charAt(at))) at -= 1;
  return piece[at] === COENG;
}

/** Joins pieces that one letter spans, as in emoji and rare scripts. */
function joinLetters(text: string, pieces: string[]): string[] {
  const edges = new Set([...graphemes.segment(text)].map(({ index }) => index));
  const joined: string[] = [];
  let at = 0;
  for (const piece of pieces) {
    if (joined.length > 0 && !edges.has(at)) joined[joined.length - 1] += piece;
    else joined.push(piece);
    at += piece.length;
  }
  return joined;
}
