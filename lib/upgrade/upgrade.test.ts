import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCurrent, isRefused, RELEASES, setCurrent } from './release-shelf.mjs';
import { upgrade } from './upgrade';

let programFolder: string;
beforeEach(() => {
  programFolder = mkdtempSync(join(tmpdir(), 'broadside-upgrade-'));
});
afterEach(() => rmSync(programFolder, { recursive: true }));

/** A release on the shelf whose server does this. */
function buildRelease(build: string, code: string): string {
  const folder = join(programFolder, RELEASES, build);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'broadside.mjs'), code);
  writeFileSync(join(folder, 'release.json'), JSON.stringify({ version: '1.0.0', build }));
  return folder;
}

/** A publication that is not running, on release `one`, upgraded to release `two`. */
function upgradeTo(code: string) {
  const shelf = { programFolder, name: RELEASES };
  const from = buildRelease('one', '');
  setCurrent(shelf, 'one');
  const to = buildRelease('two', code);
  const backup = join(programFolder, 'backup');
  mkdirSync(join(backup, 'secrets'), { recursive: true });
  writeFileSync(join(backup, 'broadside.db'), '');
  const result = upgrade({
    shelf,
    dataDir: join(programFolder, 'data'),
    to,
    backUp: async () => backup,
    migrationsDone: () => 1,
    say: () => undefined,
  });
  return { shelf, from, to, result };
}

test('a version that does not run on a copy of the data is not what the next start serves', async () => {
  const { shelf, from, result } = upgradeTo("console.log('No such thing.'); process.exit(3);");
  await expect(result).rejects.toThrow(/No such thing\.[\s\S]*does not run here: it ended/);
  expect(findCurrent(shelf)).toBe(from);
  // A clone's start would otherwise come upon its sources, and let it change the tables.
  expect(isRefused(shelf, 'two')).toBe(true);
});

test('a version that runs on a copy of the data is what the next start serves', async () => {
  const { shelf, to, result } = upgradeTo(
    "import http from 'node:http'; http.createServer((_, answer) => answer.end()).listen(process.env.PORT);",
  );
  await expect(result).resolves.toMatch(/it serves at the next start/);
  expect(findCurrent(shelf)).toBe(to);
  expect(isRefused(shelf, 'two')).toBe(false);
});
