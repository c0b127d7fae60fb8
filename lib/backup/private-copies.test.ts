import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, migrate, openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { addMediaFiles, moveIntoPlace, writeMediaFiles } from '@/lib/media/media-files';
import { receiveFile } from '@/lib/media/recordings/receive-file';
import { secret } from '@/lib/settings/secrets';
import { modeOf, openToOthers } from '@/tools/testing/modes';
import { makeBackup } from './backup';
import { backUp, backupFolder } from './last-backup';
import { restoreBackup } from './restore';

let root: string;
let dataDir: string;
let umask: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadside-private-'));
  dataDir = join(root, 'data');
  // Nothing here may rely on the umask that the server and the operator's tool start with.
  umask = process.umask(0);
});
afterEach(() => {
  process.umask(umask);
  rmSync(root, { recursive: true, force: true });
});

/** Creates a data folder that everyone can read, as earlier versions and other tools left them. */
function openPublication(): Db {
  mkdirSync(join(dataDir, 'media', 'abc'), { recursive: true });
  mkdirSync(join(dataDir, 'secrets'));
  writeFileSync(join(dataDir, 'media', 'abc', 'a.webp'), 'picture');
  writeFileSync(join(dataDir, 'secrets', 'session'), 'secret');
  const db = openDatabase(join(dataDir, 'broadside.db'));
  migrate(db);
  return db;
}

function openEverything(folder: string) {
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })])
    chmodSync(join(folder, path), path === '' || !/\./.test(path) ? 0o755 : 0o644);
}

test('a backup of a world-readable data folder is for its owner alone, and git ignores it', async () => {
  const db = openPublication();
  const folder = backupFolder(dataDir, 7000);
  requireValue(await backUp(db, { dataDir, folder }, { actor: OPERATOR, now: 7000 }));
  db.$client.close();
  expect(dirname(folder)).toBe(join(root, 'data-backups'));
  expect(openToOthers(dirname(folder))).toEqual([]);
  expect(readFileSync(join(folder, 'media', 'abc', 'a.webp'), 'utf8')).toBe('picture');
  for (const ignored of [folder, dirname(folder)])
    expect(readFileSync(join(ignored, '.gitignore'), 'utf8')).toBe('*\n');
});

test('a restore of a world-readable backup makes the data folder private, and also the one it sets aside', async () => {
  const db = openPublication();
  await makeBackup(db, dataDir, join(root, 'backup'));
  db.$client.close();
  openEverything(join(root, 'backup'));
  openEverything(dataDir);
  const { former } = await restoreBackup(join(root, 'backup'), dataDir, 1);
  expect(openToOthers(dataDir)).toEqual([]);
  expect(modeOf(former ?? 'none')).toBe(0o700);
});

test('a backup contains the targets of links, and no file that is still being uploaded', async () => {
  const db = openPublication();
  mkdirSync(join(root, 'disk'));
  writeFileSync(join(root, 'disk', 'b.webp'), 'elsewhere');
  symlinkSync(join(root, 'disk'), join(dataDir, 'media', 'def'));
  writeFileSync(join(dataDir, 'media', '.receiving-1'), 'half');
  await makeBackup(db, dataDir, join(root, 'backup'));
  db.$client.close();
  rmSync(join(root, 'disk'), { recursive: true });
  expect(readFileSync(join(root, 'backup', 'media', 'def', 'b.webp'), 'utf8')).toBe('elsewhere');
  expect(readdirSync(join(root, 'backup', 'media'))).toEqual(['abc', 'def']);
});

test('a broken link to a picture leaves only that picture out of a backup', async () => {
  const db = openPublication();
  symlinkSync(join(root, 'gone'), join(dataDir, 'media', 'aaa'));
  await makeBackup(db, dataDir, join(root, 'backup'));
  db.$client.close();
  expect(readdirSync(join(root, 'backup', 'media'))).toEqual(['abc']);
});

test('a backup that fails leaves nothing behind', async () => {
  const db = openPublication();
  mkdirSync(join(root, 'backup'));
  writeFileSync(join(root, 'backup', 'mine'), '');
  await expect(makeBackup(db, dataDir, join(root, 'backup'))).rejects.toThrow('backupExists');
  db.$client.close();
  expect(readdirSync(root)).toEqual(['backup', 'data']);
});

test('the copy of a database before a migration is for its owner alone', () => {
  const db = openPublication();
  chmodSync(join(dataDir, 'broadside.db'), 0o644);
  // The copy is made first, so it does not matter that the tables of later versions exist already.
  db.$client.pragma('user_version = 1');
  expect(() => migrate(db)).toThrow(/exists/);
  db.$client.close();
  expect(modeOf(join(dataDir, 'broadside.db.before-1'))).toBe(0o600);
});

test('secrets, pictures and recordings are created for their owner alone', async () => {
  secret(dataDir, 'session');
  const mediaDir = join(dataDir, 'media');
  const data = Buffer.from('picture');
  const made = [{ file: 'a.webp', widthPx: 1, heightPx: 1, mime: 'image/webp', bytes: data.length, data }];
  await writeMediaFiles(mediaDir, '0123456789abcdef', made);
  await addMediaFiles(mediaDir, '0123456789abcdeg', made);
  const { path } = await receiveFile(mediaDir, piecesOf('film'));
  await moveIntoPlace(mediaDir, '0123456789abcdeh', path, 'film.mp4');
  expect(openToOthers(join(dataDir, 'secrets'))).toEqual([]);
  expect(openToOthers(mediaDir)).toEqual([]);
});

async function* piecesOf(text: string) {
  yield Buffer.from(text);
}
