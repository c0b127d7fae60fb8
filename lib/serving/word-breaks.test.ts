import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markWordBreaks } from './word-breaks';

test('a line of Khmer may break only between words', () => {
  expect(markWordBreaks('<p>បណ្ណាល័យក្រុងបិទ at five</p>')).toBe(
    '<p><span class="khmer">បណ្ណាល័យ<wbr>ក្រុង<wbr>បិទ</span> at five</p>',
  );
});

test('titles, attributes and other non-text content are unchanged', () => {
  const page =
    '<title>បណ្ណាល័យក្រុង</title><style>/* បណ្ណាល័យក្រុង */</style>' +
    '<img alt="បណ្ណាល័យក្រុង"><option>បណ្ណាល័យក្រុង</option>';
  expect(markWordBreaks(page)).toBe(page);
});

test('a word that is wider than a small screen may break inside', () => {
  // The dictionary has no such word; single consonants do not begin one.
  const long = 'អ'.repeat(11);
  expect(markWordBreaks(`${long}៖បណ្ណាល័យ`)).toBe(`${long}៖<span class="khmer">បណ្ណាល័យ</span>`);
});

test('the marks themselves add no words', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('ក', '្', 'ា', 'ប', 'ធិ', 'តេយ្យ', ' ', '។') }), (text) => {
      expect(markWordBreaks(text).replace(/<[^<>]*>/g, '')).toBe(text);
    }),
  );
});
