import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type fs from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openBackupSite } from '@/tools/testing/backup-site';
import { makeBackup } from './backup';
import { restoreBackup } from './restore';
import { finishRestore } from './swap-contents';

/** Called before each step that changes something in a folder. */
const steps = vi.hoisted(() => ({ before: (_name: string, _path: unknown) => {} }));

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof fs>();
  const stepping = (['copyFile', 'mkdir', 'open', 'rename', 'rm', 'rmdir'] as const).map((name) => [
    name,
    async (...args: unknown[]) => {
      steps.before(name, args[0]);
      return (actual[name] as (...args: unknown[]) => unknown)(...args);
    },
  ]);
  return { ...actual, ...Object.fromEntries(stepping) };
});

let root: string;
let dataDir: string;
let backup: string;
let close: () => void;
beforeEach(async () => {
  const site = openBackupSite();
  ({ root, dataDir, backup } = site);
  site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  write('secrets/session', 'secret');
  write('media/kept/a.webp', 'of the backup');
  await makeBackup(site.db, dataDir, backup);
  close = site.close;
  site.db.$client.close();
});
afterEach(() => {
  steps.before = () => {};
  close();
});

function write(path: string, words: string) {
  mkdirSync(join(dataDir, path, '..'), { recursive: true });
  writeFileSync(join(dataDir, path), words);
}

/** Makes the data folder as it is before the restore: other pictures, and a file of another program. */
function beginPresent() {
  for (const name of readdirSync(root).filter((name) => name.startsWith('data')))
    rmSync(join(root, name), { recursive: true });
  write('broadside.db', 'the present database');
  write('broadside.db-wal', 'its log');
  write('secrets/session', 'present secret');
  write('media/new/b.webp', 'present');
  write('notes', 'mine');
}

const PRESENT = ['broadside.db', 'broadside.db-wal', 'media', 'notes', 'secrets'];
const RESTORED = ['broadside.db', 'media', 'secrets'];
const contents = () =>
  readdirSync(dataDir)
    .filter((name) => name !== '.gitignore')
    .sort();

/** Ends the process before step `last`. @returns whether it got that far. */
async function restoreUntil(last: number): Promise<boolean> {
  let done = 0;
  steps.before = () => {
    if (done++ >= last) throw new Error('ended');
  };
  try {
    await restoreBackup(backup, dataDir, 1);
    return false;
  } catch (error) {
    if (!(error instanceof Error && error.message === 'ended')) throw error;
    return true;
  } finally {
    steps.before = () => {};
  }
}

function expectWhole() {
  const isRestored = readFileSync(join(dataDir, 'secrets/session'), 'utf8') === 'secret';
  expect(contents()).toEqual(isRestored ? RESTORED : PRESENT);
  expect(existsSync(join(dataDir, 'media', isRestored ? 'kept' : 'new'))).toBe(true);
  if (isRestored) {
    const former = `${dataDir}.before-restore-1`;
    expect(readdirSync(former).sort()).toEqual(PRESENT);
    expect(readFileSync(join(former, 'broadside.db'), 'utf8')).toBe('the present database');
  }
  return isRestored;
}

test('wherever a restore is interrupted, the next start has the present data or the backup, whole', async () => {
  let breaks = 0;
  const ends = new Set<boolean>();
  for (let last = 0; ; last += 1) {
    beginPresent();
    const isInterrupted = await restoreUntil(last);
    await finishRestore(dataDir);
    ends.add(expectWhole());
    if (!isInterrupted) break;
    breaks += 1;
  }
  expect(breaks).toBeGreaterThan(20);
  expect(ends).toEqual(new Set([true, false]));
});

test('a completion that is interrupted itself is completed by the next one', async () => {
  for (let last = 0; ; last += 1) {
    beginPresent();
    // After the first content was set aside.
    let renames = 0;
    for (let step = 0; renames < 3; step += 1) {
      beginPresent();
      await restoreUntil(step);
      renames = existsSync(join(dataDir, 'before-restore-1'))
        ? readdirSync(join(dataDir, 'before-restore-1')).length
        : 0;
    }
    let done = 0;
    steps.before = () => {
      if (done++ >= last) throw new Error('ended');
    };
    const isInterrupted = await finishRestore(dataDir).then(
      () => false,
      () => true,
    );
    steps.before = () => {};
    await finishRestore(dataDir);
    expect(expectWhole()).toBe(true);
    if (!isInterrupted) break;
  }
});

test('an interrupted restore is completed before another one begins', async () => {
  beginPresent();
  for (let step = 0; !existsSync(join(dataDir, 'before-restore-1')); step += 1) {
    beginPresent();
    await restoreUntil(step);
  }
  const { warnings, former } = await restoreBackup(backup, dataDir, 2);
  expect(warnings.join()).toContain('is complete now');
  expect(former).toBe(`${dataDir}.before-restore-2`);
  expectWhole();
});

test.skipIf(process.platform === 'win32')(
  'that a restore was undone is on the disk before what it would have put in place is removed',
  async () => {
    beginPresent();
    const marker = { step: 'go back', former: 'before-restore-1', names: ['media'] };
    write('restore.json', JSON.stringify(marker));
    const done: string[] = [];
    steps.before = (name, path) => done.push(`${name} ${relative(dataDir, String(path))}`);
    await finishRestore(dataDir);
    // Opening the folder is what its sync begins with.
    expect(done.slice(-4)).toEqual(['open ', 'rm restore.json', 'open ', 'rm restore.incoming']);
  },
);
