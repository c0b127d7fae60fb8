import { expect, test } from 'vitest';
import { matchingSnippets } from './slash-options';

const named = ['Yours truly', 'About the author', 'ជូនអ្នកអាន'].map((name, id) => ({
  id,
  name,
  insert: () => undefined,
}));
const namesFor = (query: string) => matchingSnippets(query, named).map(({ name }) => name);

test('snippets are offered once their name begins to be typed', () => {
  expect(namesFor('')).toEqual([]);
  expect(namesFor('yo')).toEqual(['Yours truly']);
  expect(namesFor('auth')).toEqual(['About the author']);
  expect(namesFor('uthor')).toEqual([]);
});

test('a name in Khmer is found by any of its words, which have no spaces between them', () => {
  expect(namesFor('អ្នក')).toEqual(['ជូនអ្នកអាន']);
});

test('at most six are offered', () => {
  const many = Array.from({ length: 9 }, (_none, id) => ({
    id,
    name: `Note ${id}`,
    insert: () => undefined,
  }));
  expect(matchingSnippets('note', many)).toHaveLength(6);
});
