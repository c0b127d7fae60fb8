import { expect, test } from 'vitest';
import { extend, NOTHING, toggle, togglePage } from './selection';

const rows = [5, 4, 3, 2, 1];

test('a range extends from the last touched row to this one, in either direction', () => {
  const down = extend(toggle(NOTHING, 4), rows, 2);
  expect([...down.ids]).toEqual([4, 3, 2]);
  expect([...extend(down, rows, 5).ids].sort()).toEqual([2, 3, 4, 5]);
});

test('a range that begins on another page is one row', () => {
  expect([...extend({ ...NOTHING, anchor: 99 }, rows, 2).ids]).toEqual([2]);
});

test('the checkbox of the page selects all its rows, and deselects them when all were selected', () => {
  const all = togglePage(toggle(NOTHING, 4), rows);
  expect(all.ids.size).toBe(5);
  expect(togglePage(all, rows)).toBe(NOTHING);
});

test('touching one row ends a selection of all that match', () => {
  expect(toggle({ ids: new Set(rows), isMatching: true, anchor: null }, 5)).toMatchObject({
    isMatching: false,
    ids: new Set([4, 3, 2, 1]),
  });
});
