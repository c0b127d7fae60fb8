import { expect, test } from 'vitest';
import { markWordBreaks } from './word-breaks';

test('a line of Khmer may break only between words', () => {
  expect(markWordBreaks('<p>បណ្ណាល័យក្រុងបិទ at five</p>')).toBe('<p>បណ្ណាល័យ<wbr>ក្រុង<wbr>បិទ at five</p>');
});

test('titles, attributes and other non-text content are unchanged', () => {
  const page =
    '<title>បណ្ណាល័យក្រុង</title><style>/* បណ្ណាល័យក្រុង */</style>' +
    '<img alt="បណ្ណាល័យក្រុង"><option>បណ្ណាល័យក្រុង</option>';
  expect(markWordBreaks(page)).toBe(page);
});
