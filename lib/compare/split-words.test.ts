import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitWords } from './split-words';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

const khmer = fc
  .array(fc.constantFrom(...'កខគសរនតមយ\u17D2ាិុេោះៈ័់ៗ។ ១២\u200B\u200D'), { maxLength: 40 })
  .map((letters) => letters.join(''));
const anything = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), khmer);

describe('splitting a text', () => {
  test('gives words, spaces and punctuation', () => {
    expect(splitWords('The town’s well-kept bridge, 3.5 km.')).toEqual([
      ...['The', ' ', 'town’s', ' ', 'well-kept', ' ', 'bridge', ',', ' ', '3.5', ' ', 'km', '.'],
    ]);
  });

  test('finds words in Khmer, where no spaces separate them', () => {
    expect(splitWords('សេរីភាពជារបស់យើង។')).toEqual(['សេរីភាព', 'ជា', 'របស់', 'យើង', '។']);
  });

  test('gives pieces that join to the original text', () => {
    fc.assert(fc.property(anything, (text) => splitWords(text).join('') === text));
  });

  test('never splits what a reader sees as one letter', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const edges = new Set([...graphemes.segment(text)].map(({ index }) => index));
        let at = 0;
        for (const word of splitWords(text)) {
          expect(edges.has(at)).toBe(true);
          at += word.length;
        }
      }),
      { numRuns: 1000 },
    );
  });
});
