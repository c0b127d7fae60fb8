import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { modeOf } from '@/tools/testing/modes';
import { noteProgram } from './former-program';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'broadside-programs-'));
});
afterEach(() => rmSync(place, { recursive: true }));

function folder(name: string): string {
  const path = join(place, name);
  mkdirSync(path, { recursive: true });
  return path;
}

test('taking over another program’s data is reported once', () => {
  const dataDir = folder('broadside-data');
  const [one, two] = [folder('one'), folder('two')];
  expect(noteProgram({ dataDir, programFolder: one })).toBeNull();
  expect(noteProgram({ dataDir, programFolder: one })).toBeNull();
  expect(noteProgram({ dataDir, programFolder: two })).toBe(one);
  expect(noteProgram({ dataDir, programFolder: two })).toBeNull();
  expect(noteProgram({ dataDir, programFolder: one })).toBe(two);
  expect(modeOf(join(dataDir, 'program-folder'))).toBe(0o600);
});

test('a program that was moved is the same one', () => {
  const dataDir = folder('broadside-data');
  noteProgram({ dataDir, programFolder: join(place, 'no longer there') });
  expect(noteProgram({ dataDir, programFolder: folder('broadside') })).toBeNull();
});
