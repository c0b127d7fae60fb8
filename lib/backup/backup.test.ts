import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, openDatabase } from '@/db/client';
import { listPublishedPosts } from '@/lib/posts/queries';
import { buildPost } from '@/tools/testing/factories';
import { makeBackup } from './backup';
import { restoreBackup } from './restore';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadside-backup-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(folder: string) {
  const db = openDatabase(join(folder, 'broadside.db'));
  migrate(db);
  return db;
}

test('a backup restored elsewhere shows the same posts and pictures, and the former folder is kept', async () => {
  const dataDir = join(root, 'data');
  const db = open(dataDir);
  buildPost(db, { headline: 'Kept' });
  mkdirSync(join(dataDir, 'media', 'abc'), { recursive: true });
  writeFileSync(join(dataDir, 'media', 'abc', 'a.webp'), 'picture');
  await makeBackup(db, dataDir, join(root, 'backup'));
  buildPost(db, { headline: 'Written later' });
  db.$client.close();

  const { former } = await restoreBackup(join(root, 'backup'), dataDir, 1);
  const restored = open(dataDir);
  expect(listPublishedPosts(restored, {}).posts.map((post) => post.headline)).toEqual(['Kept']);
  restored.$client.close();
  expect(readFileSync(join(dataDir, 'media', 'abc', 'a.webp'), 'utf8')).toBe('picture');
  const kept = open(former ?? 'none');
  expect(listPublishedPosts(kept, {}).total).toBe(2);
  kept.$client.close();
});

test('a copy made by hand brings no locks and no marker of a restore, and all of the media', async () => {
  const [dataDir, copy] = [join(root, 'data'), join(root, 'copy')];
  open(copy).$client.close();
  const write = (path: string, words: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), words);
  };
  const inUse = ['running.lock', 'tools.lock', 'running.json', 'tool-restore-1.json'];
  for (const name of inUse) write(`data/${name}`, 'in use');
  for (const name of [...inUse, 'backup-progress.json', 'restore.json']) write(`copy/${name}`, 'copied');
  write('copy/restore.incoming/media/b.webp', 'of a restore');
  write('copy/before-restore-1/broadside.db', 'replaced before');
  write('copy/secrets/session', 'secret');
  write('copy/media/abc/a.lock', 'picture');
  await restoreBackup(copy, dataDir, 1);
  const names = readdirSync(dataDir).filter((name) => !/^\.|-(?:wal|shm)$/.test(name));
  expect(names.sort()).toEqual(['broadside.db', 'media', 'secrets', ...inUse].sort());
  for (const name of inUse) expect(readFileSync(join(dataDir, name), 'utf8')).toBe('in use');
  expect(readFileSync(join(dataDir, 'media', 'abc', 'a.lock'), 'utf8')).toBe('picture');
});

test('a damaged backup is refused before anything changes', async () => {
  const dataDir = join(root, 'data');
  const db = open(dataDir);
  buildPost(db, { headline: 'Safe' });
  const broken = join(root, 'broken');
  mkdirSync(broken);
  writeFileSync(join(broken, 'broadside.db'), 'this is no database at all, only words');
  await expect(restoreBackup(broken, dataDir, 1)).rejects.toThrow();
  await expect(restoreBackup(join(root, 'nowhere'), dataDir, 1)).rejects.toThrow('noBackup');
  expect(listPublishedPosts(db, {}).total).toBe(1);
  db.$client.close();
});
