import { expect, test } from 'vitest';
import { itemByKey } from './menu-keys';

const items = ['Move up', 'Move down', 'Duplicate', ' ផ្លាស់ទី'].map((textContent) => ({ textContent }));

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 3, 0],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 0, 3],
  ['ArrowUp', 2, 1],
  ['ArrowUp', -1, 3],
  ['Home', 2, 0],
  ['End', 0, 3],
])('%s moves from item %i to item %i', (key, at, next) => {
  expect(itemByKey(key, at, items)).toBe(next);
});

test('a letter moves to the next item that begins with it, in either case and any script, and goes round', () => {
  expect(itemByKey('m', -1, items)).toBe(0);
  expect(itemByKey('M', 0, items)).toBe(1);
  expect(itemByKey('m', 1, items)).toBe(0);
  expect(itemByKey('d', 3, items)).toBe(2);
  expect(itemByKey('d', 2, items)).toBe(2);
  expect(itemByKey('ផ', 0, items)).toBe(3);
});

test('other keys do not move the focus', () => {
  for (const key of ['x', ' ', 'Enter', 'Tab', 'Escape', 'ArrowLeft', 'Shift'])
    expect(itemByKey(key, 0, items), key).toBeNull();
});

test('a menu without items has nothing to move to', () => {
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'a'])
    expect(itemByKey(key, -1, []), key).toBeNull();
});
