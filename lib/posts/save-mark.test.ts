import { expect, test } from 'vitest';
import { SaveMarkSchema, savedAs, saveMarkOf } from './save-mark';

const LINE = 'a_b-C3d4';

test('a draft remembers the save that made its version', () => {
  expect(saveMarkOf({ version: 3, savedAs: savedAs(3, { line: LINE, sequence: 7 }) })).toEqual({
    line: LINE,
    sequence: 7,
  });
});

test.each([
  [4, savedAs(3, { line: LINE, sequence: 7 })],
  [3, null],
  [3, '3'],
])('version %s was not made by the save “%s”', (version, savedAs) => {
  expect(saveMarkOf({ version, savedAs })).toBeNull();
});

const isMark = (line: string, sequence: number) => SaveMarkSchema.safeParse({ line, sequence }).success;

test('a save is named by 8 to 64 plain characters and a number from 0', () => {
  for (const line of [LINE, 'x'.repeat(64)]) expect(isMark(line, 0)).toBe(true);
  for (const line of ['1234567', 'x'.repeat(65), `${LINE}:1`, `:${LINE}`, ''])
    expect(isMark(line, 0)).toBe(false);
  for (const sequence of [-1, 0.5]) expect(isMark(LINE, sequence)).toBe(false);
});
