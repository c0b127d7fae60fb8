import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { Refusal } from '@/lib/errors';
import { listPublishedPosts } from '@/lib/posts/queries';
import { openBackupSite } from '@/tools/testing/backup-site';
import { buildPost } from '@/tools/testing/factories';
import { makeBackup } from './backup';
import { restoreBackup } from './restore';
import { verifyBackup } from './verify-backup';

let root: string;
let dataDir: string;
let backup: string;
let db: Db;
let close: () => void;
beforeEach(() => {
  ({ root, dataDir, backup, db, close } = openBackupSite());
  buildPost(db, { headline: 'Kept', text: 'word '.repeat(20_000) });
});
afterEach(() => close());

function write(folder: string, path: string, words: string) {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), words);
}

/** Returns the contents of a folder, without `.gitignore` and the files that SQLite keeps for an open database. */
const partsOf = (folder: string) =>
  readdirSync(folder)
    .filter((name) => !/-(?:shm|wal)$|^\.gitignore$/.test(name))
    .sort();

test('a backup contains the database, pictures and secrets, and nothing else from the folder', async () => {
  write(dataDir, 'media/abc/a.webp', 'picture');
  write(dataDir, 'secrets/session', 'secret');
  write(dataDir, 'broadside.db.before-1', 'old');
  await makeBackup(db, dataDir, backup);
  expect(partsOf(backup)).toEqual(['broadside.db', 'manifest.json', 'media', 'secrets']);
  expect(readFileSync(join(backup, 'secrets/session'), 'utf8')).toBe('secret');
  expect(readFileSync(join(backup, 'media/abc/a.webp'), 'utf8')).toBe('picture');
  expect(existsSync(`${backup}.unfinished`)).toBe(false);
});

test('a backup without pictures and secrets succeeds, and missing parent folders are created', async () => {
  const deep = join(root, 'a/b/backup');
  await makeBackup(db, dataDir, deep);
  expect(partsOf(deep)).toEqual(['broadside.db', 'manifest.json']);
});

test('an existing backup is never overwritten', async () => {
  await makeBackup(db, dataDir, backup);
  const before = readFileSync(join(backup, 'broadside.db'));
  buildPost(db);
  await expect(makeBackup(db, dataDir, backup)).rejects.toMatchObject({
    code: 'conflict',
    key: 'backupExists',
    values: { folder: backup },
  });
  expect(readFileSync(join(backup, 'broadside.db')).equals(before)).toBe(true);
});

test('leftovers of an interrupted backup are not part of the next one', async () => {
  write(`${backup}.unfinished`, 'media/old/old.webp', 'of another day');
  await makeBackup(db, dataDir, backup);
  expect(existsSync(join(backup, 'media'))).toBe(false);
});

test('a backup fails when something cannot be read or written', async () => {
  write(dataDir, 'media', 'a file in the place of the folder');
  write(root, 'file', '');
  await expect(makeBackup(db, dataDir, join(root, 'file', 'backup'))).rejects.toThrow(/ENOTDIR|EEXIST/);
  await expect(makeBackup(db, dataDir, join(root, 'file'))).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('a damaged database is detected even if its header is intact', async () => {
  await makeBackup(db, dataDir, backup);
  const file = join(backup, 'broadside.db');
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096 * 3, 4096 * 12);
  writeFileSync(file, bytes);
  await expect(verifyBackup(backup)).rejects.toThrow('broadside.db was changed');
  // One of an earlier version has no manifest.
  rmSync(join(backup, 'manifest.json'));
  await expect(verifyBackup(backup)).rejects.toThrow();
  await expect(restoreBackup(backup, dataDir, 1)).rejects.toThrow();
  expect(listPublishedPosts(db, {}).total).toBe(1);
});

test('a folder without a database is not a backup, and no database is created in it', async () => {
  mkdirSync(backup);
  await expect(verifyBackup(backup)).rejects.toThrow(new Refusal('invalid', 'noBackup', { folder: backup }));
  expect(readdirSync(backup)).toEqual([]);
});

test('a restore reports where the former folder is, and removes what an interrupted one left', async () => {
  await makeBackup(db, dataDir, backup);
  write(`${dataDir}.incoming`, 'media/old/old.webp', 'of another day');
  expect((await restoreBackup(backup, dataDir, 77)).former).toBe(`${dataDir}.before-restore-77`);
  expect(existsSync(`${dataDir}.before-restore-77/broadside.db`)).toBe(true);
  expect(existsSync(`${dataDir}.incoming`)).toBe(false);
  expect(existsSync(join(dataDir, 'media'))).toBe(false);
  expect(existsSync(join(backup, 'broadside.db'))).toBe(true);
});

test('a backup can be restored where there was no data folder', async () => {
  await makeBackup(db, dataDir, backup);
  const elsewhere = join(root, 'elsewhere');
  await restoreBackup(backup, elsewhere, 1);
  expect(partsOf(elsewhere)).toEqual(['broadside.db']);
});
