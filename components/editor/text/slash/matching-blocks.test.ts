import { expect, test } from 'vitest';
import { deskStringsFor } from '@/lib/language/strings';
import { BLOCKS } from '../blocks/block-list';
import { matchingBlocks } from './matching-blocks';

const idsFor = (query: string, language: 'en' | 'km') =>
  matchingBlocks(query, deskStringsFor(language).blocks).map(({ id }) => id);

test('nothing typed offers every block in its order', () => {
  expect(idsFor('', 'en')).toEqual(BLOCKS.map(({ id }) => id));
});

test('names that begin with what was typed come first, then parts and other names', () => {
  expect(idsFor('qu', 'en')).toEqual(['quote', 'pull-quote']);
  expect(idsFor('todo', 'en')).toEqual(['task-list']);
  expect(idsFor('tasklist', 'en')).toEqual(['task-list']);
});

test('a Khmer desk takes Khmer names and English ones', () => {
  expect(idsFor('តារាង', 'km')).toEqual(['table']);
  expect(idsFor('table', 'km')).toEqual(['table']);
});

test('what no block is called finds none', () => {
  expect(idsFor('zebra', 'en')).toEqual([]);
});
