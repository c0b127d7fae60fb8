import { expect, test } from 'vitest';
import { deskStringsFor } from '@/lib/language/strings';
import { BLOCKS } from '../blocks/block-list';
import { matchingBlocks } from './matching-blocks';

const idsFor = (query: string, language: 'en' | 'km') =>
  matchingBlocks(query, deskStringsFor(language).blocks).map(({ id }) => id);

test('an empty query offers every block in order', () => {
  expect(idsFor('', 'en')).toEqual(BLOCKS.map(({ id }) => id));
});

test('names that begin with the query come first, then partial matches and other names', () => {
  expect(idsFor('qu', 'en')).toEqual(['quote', 'pull-quote']);
  expect(idsFor('todo', 'en')).toEqual(['task-list']);
  expect(idsFor('tasklist', 'en')).toEqual(['task-list']);
});

test('a Khmer admin accepts Khmer and English names', () => {
  expect(idsFor('តារាង', 'km')).toEqual(['table']);
  expect(idsFor('table', 'km')).toEqual(['table']);
});

test('a query that no block matches finds none', () => {
  expect(idsFor('zebra', 'en')).toEqual([]);
});
