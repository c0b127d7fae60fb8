import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestWords } from './nearest-words';

test('an edit is a letter added, left out, changed or swapped with its neighbour', () => {
  expect(nearestWords('bridge', ['bridge'], 0)).toEqual(['bridge']);
  expect(nearestWords('brigde', ['bridge'], 1)).toEqual(['bridge']);
  expect(nearestWords('brdge', ['bridge'], 1)).toEqual(['bridge']);
  expect(nearestWords('bridgge', ['brodge'], 1)).toEqual([]);
  expect(nearestWords('bridgge', ['brodge'], 2)).toEqual(['brodge']);
});

/** The definition, without anything that makes it quick. */
function editDistance(one: string, other: string): number {
  if (one === '' || other === '') return one.length + other.length;
  const last = one.at(-1) === other.at(-1) ? 0 : 1;
  const edits = [
    editDistance(one.slice(0, -1), other) + 1,
    editDistance(one, other.slice(0, -1)) + 1,
    editDistance(one.slice(0, -1), other.slice(0, -1)) + last,
  ];
  const isSwapped = one.length > 1 && one.at(-1) === other.at(-2) && one.at(-2) === other.at(-1);
  if (isSwapped) edits.push(editDistance(one.slice(0, -2), other.slice(0, -2)) + 1);
  return Math.min(...edits);
}

test('the nearest words are those of the definition, in any order', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  const words = fc.uniqueArray(word, { maxLength: 12 });
  fc.assert(
    fc.property(
      word,
      words,
      fc.boolean(),
      fc.integer({ min: 0, max: 3 }),
      (wanted, list, isSorted, atMost) => {
        const among = isSorted ? [...list].sort() : list;
        const edits = among.map((each) => editDistance(wanted, each));
        const fewest = Math.min(atMost, ...edits);
        expect(nearestWords(wanted, among, atMost)).toEqual(among.filter((_, n) => edits[n] === fewest));
      },
    ),
  );
});
