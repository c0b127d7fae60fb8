import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lostCharacters, reasonToKeep } from './reason-to-keep';

const MINUTE = 60_000;
const long = 'The town needs a bridge, not a monument. '.repeat(12);
const save = { savedAt: 0, keptAt: 0, now: 2000, before: long, after: `${long}More.`, isAnothers: false };

describe('the text that a save overwrites', () => {
  test('is not kept at every save while somebody types', () => {
    expect(reasonToKeep(save)).toBeNull();
  });

  test('is kept once in ten minutes of steady writing', () => {
    expect(reasonToKeep({ ...save, savedAt: 10 * MINUTE, now: 10 * MINUTE + 2000 })).toBe('writing');
  });

  test('is kept when somebody writes again after a pause: it ended the previous session', () => {
    expect(reasonToKeep({ ...save, keptAt: -5, now: 11 * MINUTE })).toBe('sitting');
  });

  test('is kept before much of it is deleted, or another author takes over', () => {
    expect(reasonToKeep({ ...save, after: 'The town.' })).toBe('change');
    expect(reasonToKeep({ ...save, after: `Another text altogether. ${'x'.repeat(600)}` })).toBe('change');
    expect(reasonToKeep({ ...save, isAnothers: true })).toBe('change');
  });

  test('is not kept when its words stay the same', () => {
    expect(reasonToKeep({ ...save, after: long, now: 60 * MINUTE, isAnothers: true })).toBeNull();
  });
});

test('the deleted text is between the first and the last difference', () => {
  expect(lostCharacters('one two three', 'one 2 three')).toBe(3);
  expect(lostCharacters('aaa', 'aa')).toBe(1);
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (start, added, end) => {
      expect(lostCharacters(start + end, start + added + end)).toBe(0);
      expect(lostCharacters(start + added + end, start + end)).toBe(added.length);
    }),
  );
});
