import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { openBackupSite } from '@/tools/testing/backup-site';
import { makeBackup } from './backup';
import { restoreBackup } from './restore';
import { verifyBackup } from './verify-backup';

vi.mock('node:fs/promises', { spy: true });

let root: string;
let dataDir: string;
let backup: string;
let db: Db;
let close: () => void;
beforeEach(() => {
  ({ root, dataDir, backup, db, close } = openBackupSite());
});
afterEach(() => close());

/**
 * Points an index at another column than the one it was filled from: SQLite reads it, but an integrity check
 * finds the error.
 */
function damage() {
  db.$client.exec('CREATE TABLE odd (a, b); CREATE INDEX odd_a ON odd (a); INSERT INTO odd VALUES (1, 2)');
  db.$client.unsafeMode(true);
  db.$client.exec(`PRAGMA writable_schema = 1;
    UPDATE sqlite_master SET sql = 'CREATE INDEX odd_a ON odd (b)' WHERE name = 'odd_a';
    PRAGMA writable_schema = 0`);
}

/** The names in a folder, without git's instruction. */
const contentsOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => name !== '.gitignore')
    .sort();

const failsWith = (code: string) => Object.assign(new Error(`${code}: as a test wants it`), { code });

test('a damaged database produces no backup', async () => {
  damage();
  await expect(makeBackup(db, dataDir, backup)).rejects.toMatchObject({
    ...{ code: 'invalid', key: 'backupDamaged', values: { folder: `${backup}.unfinished` } },
  });
  expect([existsSync(backup), existsSync(`${backup}.unfinished`)]).toEqual([false, false]);
});

test('a backup that SQLite can read but whose integrity check fails is refused', async () => {
  damage();
  await expect(verifyBackup(dataDir)).rejects.toThrow(
    new Refusal('invalid', 'backupDamaged', { folder: dataDir }),
  );
});

test('pictures that cannot be read cause an error instead of a backup without them', async () => {
  symlinkSync('media', join(dataDir, 'media'));
  await expect(makeBackup(db, dataDir, backup)).rejects.toThrow('ELOOP');
  expect([existsSync(backup), existsSync(`${backup}.unfinished`)]).toEqual([false, false]);
});

test('a full disk is not mistaken for an existing backup', async () => {
  vi.mocked(files.rename).mockRejectedValueOnce(failsWith('ENOSPC'));
  await expect(makeBackup(db, dataDir, backup)).rejects.toThrow('ENOSPC');
  expect(existsSync(`${backup}.unfinished`)).toBe(false);
});

test('a restore that cannot put the former data next to the data folder keeps it inside', async () => {
  await makeBackup(db, dataDir, backup);
  mkdirSync(`${dataDir}.before-restore-1`);
  writeFileSync(join(`${dataDir}.before-restore-1`, 'kept'), '');
  const { former } = await restoreBackup(backup, dataDir, 1);
  expect(former).toBe(join(dataDir, 'before-restore-1'));
  expect(existsSync(join(dataDir, 'before-restore-1', 'broadside.db'))).toBe(true);
});

test.each([1, 2, 3, 4])(
  'a restore whose rename %i fails leaves the data as it was and says why',
  async (fails) => {
    await makeBackup(db, dataDir, backup);
    writeFileSync(join(dataDir, 'mine'), '');
    const before = contentsOf(dataDir);
    const { rename } = await vi.importActual<typeof files>('node:fs/promises');
    const mocked = vi.mocked(files.rename);
    for (let n = 1; n < fails; n += 1) mocked.mockImplementationOnce(rename);
    mocked.mockRejectedValueOnce(failsWith('EIO'));
    await expect(restoreBackup(backup, dataDir, 1)).rejects.toThrow('EIO');
    expect(contentsOf(dataDir)).toEqual(before);
  },
);

test('a failed restore without an earlier data folder says why and leaves no publication', async () => {
  await makeBackup(db, dataDir, backup);
  const elsewhere = join(root, 'elsewhere');
  vi.mocked(files.rename).mockRejectedValueOnce(failsWith('EXDEV'));
  await expect(restoreBackup(backup, elsewhere, 1)).rejects.toThrow('EXDEV');
  expect(existsSync(join(elsewhere, 'broadside.db'))).toBe(false);
});

test('a copy damaged in transit does not replace the data folder', async () => {
  await makeBackup(db, dataDir, backup);
  const copyFile = vi.mocked(files.copyFile).mockImplementation(async (_source, target) => {
    writeFileSync(String(target), 'half of it');
  });
  await expect(restoreBackup(backup, dataDir, 1)).rejects.toThrow();
  copyFile.mockRestore();
  expect(existsSync(join(dataDir, 'broadside.db'))).toBe(true);
  expect(existsSync(`${dataDir}.before-restore-1`)).toBe(false);
});
