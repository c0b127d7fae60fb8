import { expect, test } from 'vitest';
import { BLOCKS } from './block-list';

test('no two blocks have the same name, key or typed prefix', () => {
  for (const part of ['id', 'words', 'shortcut', 'typed'] as const) {
    const said = BLOCKS.map((block) => block[part]).filter(Boolean);
    expect(said).toEqual([...new Set(said)]);
  }
});

test('every block can be inserted with the keyboard', () => {
  expect(BLOCKS.filter(({ shortcut, typed }) => !shortcut && !typed)).toEqual([]);
});
