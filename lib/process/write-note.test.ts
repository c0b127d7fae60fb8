import type fs from 'node:fs';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tryHold } from './running';
import { removeNote, writeNote } from './write-note';

/** The code of the error that the disk answers writes with. */
const disk = vi.hoisted(() => ({ error: '' }));

vi.mock('node:fs', async (original) => {
  const actual = await original<typeof fs>();
  const failing = (name: 'writeFileSync' | 'rmSync', codes: string[]) => [
    name,
    (...args: unknown[]) => {
      if (codes.includes(disk.error)) throw Object.assign(new Error('The disk.'), { code: disk.error });
      return (actual[name] as (...args: unknown[]) => unknown)(...args);
    },
  ];
  const both = [failing('writeFileSync', ['ENOSPC', 'EROFS', 'EACCES']), failing('rmSync', ['EROFS'])];
  return { ...actual, ...Object.fromEntries(both) };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-note-'));
});
afterEach(() => {
  disk.error = '';
  rmSync(folder, { recursive: true, force: true });
});

test.each(['ENOSPC', 'EROFS'])(
  'a disk that answers %s gets no note, and nothing stops because of it',
  (code) => {
    const note = join(folder, 'note.json');
    disk.error = code;
    writeNote(note, { verb: 'back up' });
    removeNote(note);
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('another error of the disk is said', () => {
  disk.error = 'EACCES';
  expect(() => writeNote(join(folder, 'note.json'), {})).toThrow('The disk.');
});

test.each(['ENOSPC', 'EROFS'])(
  'a server whose disk answers %s can still say that it stops, and let go',
  (code) => {
    const hold = tryHold(folder);
    expect(hold).not.toBeNull();
    disk.error = code;
    hold?.announce({ port: 4000, url: 'http://localhost:4000', state: 'stopping', build: null });
    hold?.release();
    disk.error = '';
    expect(existsSync(join(folder, 'running.json.unfinished'))).toBe(false);
    const next = tryHold(folder);
    expect(next).not.toBeNull();
    next?.release();
  },
);
