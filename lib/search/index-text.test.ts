import { expect, test } from 'vitest';
import { indexText, tokensOf } from './index-text';

test('Khmer text is split into clusters, each with its subscripts and vowels', () => {
  expect(indexText('សេរីភាព')).toBe('សេ រី ភា ព');
  expect(indexText('ព្រះរាជាណាចក្រកម្ពុជា')).toBe('ព្រះ រា ជា ណា ច ក្រ ក ម្ពុ ជា');
});

test('Latin words stay words, folded as the index folds them', () => {
  expect(indexText('The Café’s “Vote” — 2025')).toBe('the cafe s vote 2025');
});

test('adjacent Khmer and Latin are separated', () => {
  expect(indexText('ការបោះឆ្នោតVote២០២៥។')).toBe('កា រ បោះ ឆ្នោ ត vote 2025');
});

test('zero-width spaces and joiners are ignored', () => {
  expect(indexText('សេរី\u200Bភាព')).toBe(indexText('សេរីភាព'));
  expect(indexText('ស\u200Dេរីភាព')).toBe(indexText('សេរីភាព'));
  expect(indexText('vote\u200Bwell')).toBe('vote well');
});

test('spellings of ស្ត្រី that look the same are equal', () => {
  const spellings = [
    'ស\u17D2\u178F\u17D2\u179A\u17B8', // TA, RO, vowel
    'ស\u17D2\u179A\u17D2\u178F\u17B8', // RO before TA
    'ស\u17D2\u178A\u17D2\u179A\u17B8', // subscript DA, drawn like TA
    'ស\u17B8\u17D2\u178F\u17D2\u179A', // vowel typed first
  ];
  expect(new Set(spellings.map(indexText)).size).toBe(1);
  expect(indexText('ក\u17C1\u17B8ត')).toBe(indexText('កើត'));
});

test('tokens give their position in the text as written', () => {
  const text = 'ក្រុង, Phnom';
  expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ក្រុ', 'ង', 'Phnom']);
});
