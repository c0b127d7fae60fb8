import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate, openDatabase } from '@/db/client';
import { listPublishedPosts } from '@/lib/posts/queries';
import { buildPost } from '@/tools/testing/factories';
import { openToOthers } from '@/tools/testing/modes';
import { moveDataFolder } from './move-data-folder';

let root: string;
let from: string;
let to: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'broadside-move-'));
  from = join(root, 'program', 'data');
  to = join(root, 'program-data');
  const db = open(from);
  buildPost(db, { headline: 'Kept' });
  db.$client.close();
  mkdirSync(join(from, 'media', 'abc'), { recursive: true });
  writeFileSync(join(from, 'media', 'abc', 'a.webp'), 'picture');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function open(folder: string) {
  const db = openDatabase(join(folder, 'broadside.db'));
  migrate(db);
  return db;
}

function expectMoved() {
  expect(existsSync(from)).toBe(false);
  expect(readFileSync(join(to, 'media', 'abc', 'a.webp'), 'utf8')).toBe('picture');
  const db = open(to);
  expect(listPublishedPosts(db, {}).posts.map(({ headline }) => headline)).toEqual(['Kept']);
  db.$client.close();
}

/** The error of a rename to another file system. */
const toAnotherDisk = async () => {
  throw Object.assign(new Error('EXDEV'), { code: 'EXDEV' });
};

test('the data folder can be moved, also to an empty folder', async () => {
  mkdirSync(to);
  await moveDataFolder({ from, to });
  expectMoved();
});

test('a move to another file system copies the folder for its owner alone, then removes the original', async () => {
  chmodSync(join(from, 'broadside.db'), 0o644);
  await moveDataFolder({ from, to }, toAnotherDisk);
  expect(openToOthers(to)).toEqual([]);
  expectMoved();
  expect(readdirSync(root).sort()).toEqual(['program', 'program-data']);
  expect(readdirSync(join(root, 'program'))).toEqual([]);
});

test('an interrupted copy leaves everything where it was', async () => {
  symlinkSync(join(root, 'nowhere'), join(from, 'media', 'broken'));
  await expect(moveDataFolder({ from, to }, toAnotherDisk)).rejects.toThrow('ENOENT');
  expect(readdirSync(root)).toEqual(['program']);
  expect(readdirSync(from)).toContain('broadside.db');
});

test('a target that is not empty is refused', async () => {
  mkdirSync(to);
  writeFileSync(join(to, 'mine'), '');
  await expect(moveDataFolder({ from, to })).rejects.toThrow('is not empty');
  await expect(moveDataFolder({ from, to: join(to, 'mine') })).rejects.toThrow('is not empty');
  expect(readdirSync(to)).toEqual(['mine']);
  expect(existsSync(join(from, 'broadside.db'))).toBe(true);
});

test('a folder that cannot be moved is refused with the reason', async () => {
  await expect(moveDataFolder({ from, to: from })).rejects.toThrow('already');
  await expect(moveDataFolder({ from, to: join(from, 'in') })).rejects.toThrow('inside the data folder');
  await expect(moveDataFolder({ from: join(root, 'none'), to })).rejects.toThrow('no publication');
  symlinkSync(from, join(root, 'link'));
  await expect(moveDataFolder({ from: join(root, 'link'), to })).rejects.toThrow('is a symbolic link');
});
