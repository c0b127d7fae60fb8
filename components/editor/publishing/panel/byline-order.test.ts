import { expect, test } from 'vitest';
import { moved } from './byline-order';

const byline = ['Dara', 'Lim', 'Sok'].map((name, index) => ({ authorId: index + 1, name }));
const names = (index: number, by: 1 | -1) => moved(byline, index, by).map(({ name }) => name);

test('an author moves by one place and keeps the printed name', () => {
  expect(names(1, -1)).toEqual(['Lim', 'Dara', 'Sok']);
  expect(names(1, 1)).toEqual(['Dara', 'Sok', 'Lim']);
});

test('moving an author who is not in the byline changes nothing', () => {
  expect(names(3, -1)).toEqual(['Dara', 'Lim', 'Sok']);
});
