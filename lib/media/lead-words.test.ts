import { expect, test } from 'vitest';
import { inWordsOf, NO_LEAD_WORDS } from './lead-words';

const media = { alt: 'A library', caption: 'Five more windows.', credit: 'Drawing: Broadside' };

test('what a text says of its lead picture comes before the library’s words, each for itself', () => {
  const words = { alt: 'បណ្ណាល័យ', caption: '  ', credit: '' };
  expect(inWordsOf(media, words)).toEqual({ ...media, alt: 'បណ្ណាល័យ' });
  expect(inWordsOf(media, NO_LEAD_WORDS)).toEqual(media);
});
