import { expect, test } from 'vitest';
import { NO_LEAD_WORDS, withLeadWords } from './lead-words';

const media = { alt: 'A library', caption: 'Five more windows.', credit: 'Drawing: Broadside' };

test('what a text says of its lead picture comes before the library’s words, each for itself', () => {
  const words = { alt: 'បណ្ណាល័យ', caption: '  ', credit: '' };
  expect(withLeadWords(media, words)).toEqual({ ...media, alt: 'បណ្ណាល័យ' });
  expect(withLeadWords(media, NO_LEAD_WORDS)).toEqual(media);
});
