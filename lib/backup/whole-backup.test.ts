import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';
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
beforeEach(async () => {
  ({ root, dataDir, backup, db, close } = openBackupSite());
  buildPost(db);
  const id = '0123456789abcdef';
  const renditions = [{ file: 'a.webp', widthPx: 1, heightPx: 1, mime: 'image/webp', bytes: 7 }];
  const facts = { mime: 'image/webp', widthPx: 1, heightPx: 1, bytes: 7, createdAt: 1 };
  db.insert(media)
    .values({ id, sha256: 'hash', originalName: 'a.webp', ...facts, renditions })
    .run();
  mkdirSync(join(dataDir, 'media', id), { recursive: true });
  writeFileSync(join(dataDir, 'media', id, 'a.webp'), 'picture');
  mkdirSync(join(dataDir, 'secrets'));
  writeFileSync(join(dataDir, 'secrets', 'session'), 'secret');
  await makeBackup(db, dataDir, backup);
});
afterEach(() => close());

/** What a restore says, and whether it left the data as it was. */
async function restoring(): Promise<{ said: string; isUnchanged: boolean }> {
  const before = readFileSync(join(dataDir, 'broadside.db'));
  const said = await restoreBackup(backup, dataDir, 1).then(
    ({ warnings }) => warnings.join('\n'),
    (error: Error) => error.message,
  );
  const isUnchanged = readFileSync(join(dataDir, 'broadside.db')).equals(before);
  return { said, isUnchanged: isUnchanged && !existsSync(`${dataDir}.before-restore-1`) };
}

const picturePath = () => 'media/0123456789abcdef/a.webp';

test('a manifest lists every file with its size and hash, and what the database contains', async () => {
  const { manifest, warnings } = await verifyBackup(backup);
  expect(manifest).toMatchObject({ isComplete: true, counts: { posts: 1, media: 1 } });
  expect(manifest?.schemaVersion).toBe(db.$client.pragma('user_version', { simple: true }));
  expect(manifest?.files.map(({ path }) => path)).toContain('secrets/session');
  expect(warnings).toEqual([]);
});

test.each([
  ['an empty database', () => truncateSync(join(backup, 'broadside.db'), 0), /empty \(0 bytes\)/],
  ['no media', () => rmSync(join(backup, 'media'), { recursive: true }), /media\/.* is missing/],
  ['no secrets', () => rmSync(join(backup, 'secrets'), { recursive: true }), /secrets\/session is missing/],
  ['a changed picture', () => writeFileSync(join(backup, picturePath()), 'pictura'), /was changed/],
  ['a shortened picture', () => truncateSync(join(backup, picturePath()), 3), /has 3 bytes in place of 7/],
  ['another file', () => writeFileSync(join(backup, 'media', 'more'), ''), /media\/more does not belong/],
  ['a damaged manifest', () => truncateSync(join(backup, 'manifest.json'), 40), /manifest.json, is damaged/],
])('a backup with %s is refused before anything changes', async (_what, spoil, sentence) => {
  spoil();
  const { said, isUnchanged } = await restoring();
  expect(said).toMatch(sentence);
  expect(isUnchanged).toBe(true);
});

test('a backup that was never finished is refused, whatever it is called', async () => {
  cpSync(backup, `${backup}.unfinished`, { recursive: true });
  await expect(verifyBackup(`${backup}.unfinished`)).rejects.toThrow('never finished');
  const manifest = JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'));
  writeFileSync(join(backup, 'manifest.json'), JSON.stringify({ ...manifest, isComplete: false }));
  await expect(verifyBackup(backup)).rejects.toThrow('never finished');
});

test('a backup of a newer version is refused', async () => {
  db.$client.pragma('user_version = 9999');
  await makeBackup(db, dataDir, join(root, 'newer'));
  await expect(verifyBackup(join(root, 'newer'))).rejects.toThrow('made by a newer Broadside');
});

test('a backup of an earlier version, without a manifest, is restored with a warning', async () => {
  rmSync(join(backup, 'manifest.json'));
  const { said } = await restoring();
  expect(said).toMatch(/has no list of its files/);
  expect(existsSync(`${dataDir}.before-restore-1`)).toBe(true);
});

test('a missing picture of a backup of an earlier version is named', async () => {
  const picture = picturePath();
  rmSync(join(backup, picture));
  rmSync(join(backup, 'manifest.json'));
  expect((await restoring()).said).toContain(picture);
});

test.each(['media', 'secrets'])('a backup of an earlier version without %s is refused', async (part) => {
  rmSync(join(backup, 'manifest.json'));
  rmSync(join(backup, part), { recursive: true });
  const { said, isUnchanged } = await restoring();
  expect(said).toMatch(`has no ${part}`);
  expect(isUnchanged).toBe(true);
});
