import { khmerWords } from '@/lib/language/khmer-words';

const KHMER = /[\u1780-\u17D3\u17D7\u17DD]/;
/** How far a run of Khmer is read to find its words: a few are enough for the dictionary to agree with itself. */
const LETTERS_AROUND = 40;

/**
 * Returns the start of the Khmer word that a position is in, where the position is at the edge of a cluster. A position
 * in other text is returned as it is.
 */
export function wordStart(text: string, at: number): number {
  return edgesAround(text, at).findLast((edge) => edge <= at) ?? at;
}

/** Returns the end of the Khmer word that a position is in; see `wordStart`. */
export function wordEnd(text: string, at: number): number {
  return edgesAround(text, at).find((edge) => edge >= at) ?? at;
}

/**
 * Whether letters at a position are no word or part of one, but the end of a word with the beginning of the next: they
 * begin or end inside a word and have an edge between words in them.
 */
export function crossesWords(text: string, at: number, end: number): boolean {
  const edges = edgesAround(text, at, end);
  const isInside = edges.some((edge) => edge > at && edge < end);
  return isInside && !(edges.includes(at) && edges.includes(end));
}

/** Returns where the words around a position, or around letters, begin and end, in order. */
function edgesAround(text: string, at: number, until = at): number[] {
  let start = at;
  while (start > 0 && at - start < LETTERS_AROUND && KHMER.test(text.charAt(start - 1))) start -= 1;
  let end = until;
  while (end < text.length && end - until < LETTERS_AROUND && KHMER.test(text.charAt(end))) end += 1;
  const edges = [start];
  for (const word of khmerWords(text.slice(start, end))) edges.push((edges.at(-1) ?? start) + word.length);
  return edges;
}
