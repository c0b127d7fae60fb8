import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packArchive } from './pack-archive.mjs';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'broadside-pack-'));
});
afterEach(() => rmSync(place, { recursive: true }));

const CONTENT = {
  'release.json': '{"version":"1.0.0","build":"one"}',
  LICENSE: 'Free.',
  'LICENSES-OF-PACKAGES.txt': 'All free.',
  'deploy/nginx.conf': 'server {}',
  'server/server.mjs': 'serve();',
};

interface Making {
  folder: string;
  mode: number;
  madeAt: number;
  /** The order in which its files are written to disk. */
  names: string[];
}

/** Packs the same release, made in another way. @returns the hash of the archive. */
async function hashOf({ folder, mode, madeAt, names }: Making): Promise<string> {
  const release = join(place, folder, 'one');
  for (const name of names) {
    const file = join(release, name);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, CONTENT[name as keyof typeof CONTENT]);
    chmodSync(file, mode);
    utimesSync(file, madeAt, madeAt);
  }
  writeFileSync(join(release, 'in-use-1'), '');
  mkdirSync(join(release, 'compile-cache'));
  writeFileSync(join(release, 'compile-cache', folder), '');
  const { sha256 } = await packArchive(release, { level: 1, out: join(place, folder, 'dist') });
  return sha256;
}

test('an archive does not depend on where, when or by whom its release was made', async () => {
  const names = Object.keys(CONTENT);
  const one = await hashOf({ folder: 'one', mode: 0o644, madeAt: 1, names });
  const two = await hashOf({ folder: 'ភ្នំពេញ of mine', mode: 0o600, madeAt: 2, names: names.toReversed() });
  expect(two).toBe(one);
});
