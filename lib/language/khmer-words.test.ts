import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KHMER_RUN, khmerWords } from './khmer-words';

test('prose is split into its words', () => {
  expect(khmerWords('បណ្ណាល័យក្រុងបិទនៅម៉ោង')).toEqual(['បណ្ណាល័យ', 'ក្រុង', 'បិទ', 'នៅ', 'ម៉ោង']);
});

test('the repetition sign stays with its word', () => {
  expect(khmerWords('ក្មេងៗទៅសាលា')[0]).toBe('ក្មេងៗ');
});

test('the last consonant of a name is not separated', () => {
  expect(khmerWords('ហ៊ុនម៉ាណែត').at(-1)).toBe('ណែត');
});

test('for any run, nothing is lost and no letter is separated from its signs', () => {
  const letter = fc.integer({ min: 0x1780, max: 0x17d3 }).map((code) => String.fromCharCode(code));
  fc.assert(
    fc.property(fc.array(letter, { minLength: 1, maxLength: 60 }), (letters) => {
      const run = letters.join('');
      const words = khmerWords(run);
      expect(words.join('')).toBe(run);
      for (const word of words.slice(1)) expect(word).not.toMatch(/^[\u17B4-\u17D3]/);
      for (const word of words.slice(0, -1)) expect(word).not.toMatch(/\u17D2$/);
    }),
  );
});

test('a run ends at digits, full stops and zero-width spaces', () => {
  expect('ម៉ោង៥។\u200Bក្រុង'.match(KHMER_RUN)).toEqual(['ម៉ោង', 'ក្រុង']);
});
