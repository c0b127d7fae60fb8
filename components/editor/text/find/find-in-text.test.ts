import { expect, test } from 'vitest';
import { findInText } from './find-in-text';

const LOOSE = { isCaseKept: false, isWholeWord: false };
const found = (text: string, wanted: string, choices = LOOSE) =>
  findInText(text, wanted, choices).map(({ start, end }) => text.slice(start, end));

test('letters match in any case, or exactly', () => {
  expect(found('The river, the River', 'river')).toEqual(['river', 'River']);
  expect(found('The river, the River', 'River', { ...LOOSE, isCaseKept: true })).toEqual(['River']);
});

test('a whole-word search does not match parts of longer words', () => {
  expect(found('art, party, art-house', 'art', { ...LOOSE, isWholeWord: true })).toEqual(['art', 'art']);
});

test('straight quotation marks match curly ones', () => {
  expect(found('the mayor’s “plan”', 'mayor\'s "plan"')).toEqual(['mayor’s “plan”']);
});

test('zero-width spaces are ignored, and included in the match', () => {
  expect(found('ទី\u200Bមួយ', 'ទីមួយ')).toEqual(['ទី\u200Bមួយ']);
  expect(found('ទីមួយ', 'ទី\u200Bមួយ')).toEqual(['ទីមួយ']);
});

test('Khmer spellings that look alike match, and no syllable is split', () => {
  expect(found('ស្ត្រី', 'ស្រ្តី')).toEqual(['ស្ត្រី']);
  expect(found('ការ', 'ក')).toEqual([]);
});

test('a whole Khmer word is recognised by the dictionary', () => {
  expect(found('ខ្ញុំទៅផ្សារ', 'ទៅ', { ...LOOSE, isWholeWord: true })).toEqual(['ទៅ']);
});

test('matches do not overlap, and an empty search finds nothing', () => {
  expect(found('aaaa', 'aa')).toEqual(['aa', 'aa']);
  expect(found('aaaa', '')).toEqual([]);
  expect(found('aaaa', '\u200B')).toEqual([]);
});
