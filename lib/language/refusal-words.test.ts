import { expect, test } from 'vitest';
import { refusalSentences } from '@/tools/testing/refusal-sentences';
import { refusalIn } from './refusal-words';
import { deskStringsFor } from './strings';

test('a refusal is said in the person’s language, with what it is about', () => {
  expect(refusalIn('km', 'Another post has the address “/the-river”.')).toContain('«/the-river»');
  expect(refusalIn('km', 'This post is no longer here.')).toBe('អត្ថបទនេះលែងនៅទីនេះហើយ។');
  expect(refusalIn('en', 'This post is no longer here.')).toBe('This post is no longer here.');
});

test('what stands in a gap is said in the person’s language too', () => {
  const inUse =
    'This cannot be deleted, because an earlier version of the post “The river” shows it, and 2 more places do.';
  expect(refusalIn('km', inUse)).toBe(
    'មិនអាចលុបបានទេ ព្រោះកំណែមុននៃអត្ថបទ «The river» បង្ហាញវា ហើយនៅមាន 2 កន្លែងទៀត។',
  );
  expect(refusalIn('km', 'This text cannot be kept: it is nested too deeply.')).not.toMatch(/[a-z]/);
});

test('a sentence with a gap never takes the place of one that says more', () => {
  const sentence = 'What is at that address is too large.';
  expect(refusalIn('km', sentence)).toBe(deskStringsFor('km').refusals.thereTooLarge);
});

test('a sentence that nobody translated yet stays as it is', () => {
  expect(refusalIn('km', 'The moon is in the way.')).toBe('The moon is in the way.');
});

const SENTENCES = refusalSentences(process.cwd());

test('every sentence that can refuse an author something is known in every language', () => {
  expect(SENTENCES.length).toBeGreaterThan(110);
  const untold = SENTENCES.filter(({ sentence }) => refusalIn('km', sentence) === sentence);
  expect(untold).toEqual([]);
});

test('no language is without the gaps of a sentence', () => {
  const gaps = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
  const { refusals } = deskStringsFor('km');
  for (const [key, sentence] of Object.entries(deskStringsFor('en').refusals)) {
    expect([key, gaps(refusals[key as keyof typeof refusals])]).toEqual([key, gaps(sentence)]);
  }
});
