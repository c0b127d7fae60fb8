import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { RELEASES, setCurrent } from '@/lib/process/release-shelf.mjs';
import { unpackRelease } from './unpack';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'broadside-unpack-'));
});
afterEach(() => rmSync(place, { recursive: true }));

test('a release is copied from the folder of a running publication without the server’s files', async () => {
  const [from, to] = ['from', 'to'].map((name) => join(place, name)) as [string, string];
  const release = join(from, RELEASES, 'one');
  for (const folder of [join(release, 'compile-cache'), join(to, RELEASES)])
    mkdirSync(folder, { recursive: true });
  writeFileSync(join(release, `in-use-${process.pid}`), '');
  writeFileSync(join(release, 'release.json'), '{"version":"1.0.0","build":"one"}');
  setCurrent({ programFolder: from, name: RELEASES }, 'one');
  const unpacked = await unpackRelease({ programFolder: to, name: RELEASES }, from);
  expect(basename(unpacked)).toBe('one');
  expect(readdirSync(unpacked)).toEqual(['release.json']);
});
