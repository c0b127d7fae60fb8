import { plainSpaces } from './spaces';

/** Returns words as markup, with plain spaces. */
export function escaped(words: string): string {
  return plainSpaces(words.trim().replace(/[ \t]+/g, ' '))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
