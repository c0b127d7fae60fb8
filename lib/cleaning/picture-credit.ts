/** Words that introduce a credit. */
const LABEL =
  /(?:photo(?:graph)?|picture|image|illustration|credit|source|រូបថត|រូបភាព)s?(?:(?: by| credit| courtesy of)?\s?[:：៖/–-]| by)\s?|©\s?/giu;
const NAMES = { shortest: 2, longest: 120 };
const CLOSING = /[)\]]$/;
const OPENING = /\s?[([]?$/;

/**
 * Splits a caption from the credit at its end, such as “(Photo: Sok Dara)”.
 * @param words on one line, as from `wordsOf`.
 */
export function splitCredit(words: string): { caption: string; credit: string } {
  for (const { 0: label, index } of words.matchAll(LABEL)) {
    const start = index + label.length;
    if (words.length - start > NAMES.longest + 1) continue;
    const names = words.slice(start).replace(CLOSING, '');
    if (names.length < NAMES.shortest || names.length > NAMES.longest || /[()]/.test(names)) continue;
    const caption = words.slice(0, index).replace(OPENING, '').trim();
    return { caption, credit: `${label}${names}`.trim() };
  }
  return { caption: words, credit: '' };
}
