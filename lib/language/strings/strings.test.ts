import { expect, test } from 'vitest';
import { deskEn, en } from './en';
import { deskKm, km } from './km';

type Sentences = Record<string, string>;

/** Returns the placeholders of a sentence by name; the forms of a word are not separate placeholders. */
const gapsOf = (sentence = '') => [...new Set(sentence.match(/\{\w+(?=[:}])|#/g) ?? [])].sort();

const PLACES: [string, Sentences, Sentences][] = [
  ['readers', en, km],
  ...Object.entries(deskEn).map(([place, sentences]): [string, Sentences, Sentences] => [
    place,
    sentences,
    deskKm[place as keyof typeof deskKm],
  ]),
];

test.each(PLACES)('a sentence of “%s” has the same placeholders in every language', (_, english, khmer) => {
  for (const [key, sentence] of Object.entries(english))
    expect([key, gapsOf(khmer[key])]).toEqual([key, gapsOf(sentence)]);
});

test('every word with two forms follows a placeholder for a number', () => {
  const sentences = PLACES.flatMap(([, english]) => Object.values(english));
  const withForms = sentences.filter((sentence) => sentence.includes('|'));
  expect(withForms.length).toBeGreaterThan(20);
  for (const sentence of withForms)
    for (const [, name] of sentence.matchAll(/\{(\w+):[^|}]+\|[^}]+\}/g))
      expect(sentence).toContain(`{${name}}`);
});
