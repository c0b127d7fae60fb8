import { expect, test } from 'vitest';
import { refusalIn } from './refusals';
import { refusalsEn } from './refusals/en';
import { refusalsKm } from './refusals/km';

test('a refusal is in the person’s language, with the values it is about', () => {
  const taken = { key: 'addressTaken', values: { slug: 'the-river' } } as const;
  expect(refusalIn('en', taken)).toBe('Another post uses the address “/the-river”. Choose another.');
  expect(refusalIn('km', taken)).toContain('«/the-river»');
  expect(refusalIn('km', { key: 'postGone', values: undefined })).toBe('អត្ថបទនេះលែងមានហើយ។');
});

test.each([
  [1, 'Too many attempts. Wait 1 minute, then try again.'],
  [60, 'Too many attempts. Wait 60 minutes, then try again.'],
])('%i is counted as in English', (minutes, sentence) => {
  expect(refusalIn('en', { key: 'tooManyTries', values: { minutes } })).toBe(sentence);
});

test.each([
  [0, 'This file cannot be deleted because the topic “Rivers” uses it.'],
  [1, 'This file cannot be deleted because the topic “Rivers” uses it. It is also used in 1 other place.'],
  [
    1200,
    'This file cannot be deleted because the topic “Rivers” uses it. It is also used in 1,200 other places.',
  ],
])('a file in use says where, and that %i other places use it', (others, sentence) => {
  const values = { name: 'Rivers', others };
  expect(refusalIn('en', { key: 'usedByTopic', values })).toBe(sentence);
  const inKhmer = refusalIn('km', { key: 'usedByTopic', values });
  expect(inKhmer).toContain('«Rivers»');
  expect(inKhmer.includes(others.toLocaleString('en'))).toBe(others > 0);
});

/** Returns the names of the values in a sentence. */
function mentioned(words: unknown): string[] {
  if (typeof words !== 'function') return [];
  const names = new Set<string>();
  words(
    new Proxy(
      {},
      {
        get: (_values, name) => {
          names.add(String(name));
          return 7;
        },
      },
    ),
  );
  return [...names].sort();
}

test.each(Object.keys(refusalsEn) as (keyof typeof refusalsEn)[])(
  '%s is a sentence in every language, with the same values',
  (key) => {
    expect(mentioned(refusalsKm[key])).toEqual(mentioned(refusalsEn[key]));
    const values = Object.fromEntries(mentioned(refusalsEn[key]).map((name) => [name, 7]));
    expect(refusalIn('en', { key, values })).toMatch(/^(\p{Lu}|7).*(\.|:\/\/|mailto:)$/u);
    expect(refusalIn('km', { key, values })).toMatch(/[\u1780-\u17ff]/);
  },
);
