import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, migrate, openDatabase } from '@/db/client';
import { ContentVersion } from './content-version';
import { makePage, type Page } from './page';
import type { PageRequest } from './page-key';
import { ReaderCache } from './reader-cache';

const front: PageRequest = { key: '/', path: '/', isUnbounded: false };

let folder: string;
let file: string;
let db: Db;
let version: ContentVersion;
let renders: number;
let failing: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-cache-'));
  file = join(folder, 'broadside.db');
  db = openDatabase(file);
  migrate(db);
  rename('First');
  version = new ContentVersion(file);
  renders = 0;
  failing = false;
});

afterEach(() => {
  version.close();
  db.$client.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a page is rendered once while nothing changes', async () => {
  const cache = cacheOf(nameOfSite);
  await cache.find(front);
  expect(textOf(await cache.find(front))).toContain('First');
  expect(renders).toBe(1);
});

test('a change by another connection is visible at the next request', async () => {
  const cache = cacheOf(nameOfSite);
  await cache.find(front);
  rename('Second');
  expect(cache.peek(front)).toBeNull();
  expect(textOf(await cache.find(front))).toContain('Second');
});

test('cached pages are served while the database cannot be read, and the error is reported', async () => {
  const reported: unknown[] = [];
  let isReadable = true;
  const cache = new ReaderCache({
    currentVersion: () => {
      if (!isReadable) throw new Error('disk I/O error');
      return 1;
    },
    report: (error) => reported.push(error),
    render: (_request, at) => makePage({ status: 200, headers: {}, body: Buffer.from('kept'), version: at }),
  });
  await cache.find(front);
  isReadable = false;
  expect(textOf(await cache.find(front))).toBe('kept');
  expect(reported).toHaveLength(1);
});

test('a change by another process is visible at the next request', async () => {
  const cache = cacheOf(nameOfSite);
  await cache.find(front);
  const change = `const D = require('better-sqlite3'); new D(process.argv[1]).exec(process.argv[2])`;
  execFileSync(process.execPath, ['-e', change, file, renaming('From afar')]);
  expect(textOf(await cache.find(front))).toContain('From afar');
});

test('a write that readers cannot see keeps all pages', async () => {
  const cache = cacheOf(nameOfSite);
  await cache.find(front);
  db.$client.exec(`insert into setup_links (token_hash, created_at, expires_at) values ('x', 1, 2)`);
  await cache.find(front);
  expect(renders).toBe(1);
});

test('a page that changed while it was rendered is not cached', async () => {
  const cache = cacheOf(async () => {
    const before = nameOfSite();
    if (renders === 1) rename('Second');
    return before;
  });
  await cache.find(front);
  expect(textOf(await cache.find(front))).toContain('Second');
});

test('requests waiting for a page share one rendering, but not one started before a change', async () => {
  const gates: (() => void)[] = [];
  const cache = cacheOf(async () => {
    const text = nameOfSite();
    await new Promise<void>((open) => gates.push(open));
    return text;
  });
  const early = [cache.find(front), cache.find(front), cache.find(front)];
  rename('Second');
  const late = cache.find(front);
  expect(renders).toBe(2);
  for (const open of gates) open();
  await Promise.all(early);
  expect(textOf(await late)).toContain('Second');
});

test('when rendering fails, readers get the older copy', async () => {
  const cache = cacheOf(nameOfSite);
  await cache.find(front);
  rename('Second');
  failing = true;
  expect(textOf(await cache.find(front))).toContain('First');
  failing = false;
  expect(textOf(await cache.find(front))).toContain('Second');
});

test('when rendering fails and there is no copy, the error is thrown', async () => {
  failing = true;
  await expect(cacheOf(nameOfSite).find(front)).rejects.toThrow('broken');
});

test('searches and missing pages never evict the publication’s own pages', async () => {
  const cache = cacheOf(nameOfSite, { maxEndlessBytes: 5000 });
  await cache.find(front);
  for (let n = 0; n < 50; n++)
    await cache.find({ key: `/search?q=${n}`, path: '/search', isUnbounded: true });
  expect(cache.peek(front)).not.toBeNull();
  expect(cache.peek({ key: '/search?q=0', path: '/search', isUnbounded: true })).toBeNull();
  expect(cache.peek({ key: '/search?q=49', path: '/search', isUnbounded: true })).not.toBeNull();
});

function cacheOf(write: () => string | Promise<string>, sizes: { maxEndlessBytes?: number } = {}) {
  return new ReaderCache({
    ...sizes,
    currentVersion: () => version.current(),
    report: () => undefined,
    render: async (_request, at) => {
      renders += 1;
      if (failing) throw new Error('broken');
      const body = Buffer.from((await write()).padEnd(500));
      return makePage({ status: 200, headers: { 'content-type': 'text/html' }, version: at, body });
    },
  });
}

function nameOfSite(): string {
  return db.$client.prepare('select name from site').pluck().get() as string;
}

function renaming(name: string): string {
  return `update site set name = '{"en":"${name}"}'`;
}

function rename(name: string) {
  db.$client.exec(renaming(name));
}

function textOf(page: Page): string {
  return page.plain.toString();
}
