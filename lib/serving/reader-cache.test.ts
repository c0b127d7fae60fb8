import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, migrate, openDatabase } from '@/db/client';
import { withoutRecording } from '@/db/recorded-queries';
import { QueueFull } from '@/lib/process/bounded-queue';
import { ContentVersion } from './content-version';
import { Fingerprints } from './fingerprints';
import { makePage, type Page, plainOf } from './page';
import type { PageRequest } from './page-key';
import { ReaderCache } from './reader-cache';

type Options = ConstructorParameters<typeof ReaderCache>[0];

const front: PageRequest = { key: '/', path: '/', isUnbounded: false };

let folder: string;
let file: string;
let db: Db;
let version: ContentVersion;
let fingerprints: Fingerprints;
let renders: number;
let failing: boolean;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-cache-'));
  file = join(folder, 'broadside.db');
  db = openDatabase(file);
  migrate(db);
  rename('First');
  version = new ContentVersion(file);
  fingerprints = new Fingerprints(file);
  renders = 0;
  failing = false;
});

afterEach(() => {
  version.close();
  fingerprints.close();
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

test('a page is compressed best once it is requested often and has lasted', async () => {
  let now = 0;
  const cache = cacheOf(() => `<p>${'word '.repeat(200)}`, { nowMs: () => now });
  const page = await cache.find(front);
  const quick = page.brotli;
  for (let n = 0; n < 5; n += 1) cache.peek(front);
  now = 29_999;
  cache.peek(front);
  await new Promise((done) => setImmediate(done));
  expect(page.brotli).toBe(quick);
  now = 30_000;
  cache.peek(front);
  while (page.brotli === quick) await new Promise((done) => setImmediate(done));
  expect(page.brotliQuality).toBe(11);
});

test('a page that was requested often before it changed is rendered before others', async () => {
  const asked: (boolean | undefined)[] = [];
  const cache = new ReaderCache({
    currentVersion: () => asked.length,
    fingerprints: null,
    mayShowOlder: () => true,
    report: () => undefined,
    render: (request, at) => {
      asked.push(request.isAwaited);
      return makePage({ status: 200, headers: {}, body: Buffer.from('page'), version: at + 1 });
    },
  });
  await cache.find(front);
  await cache.find({ ...front, key: '/rare' });
  await cache.find(front);
  for (let n = 0; n < 3; n += 1) cache.peek(front);
  await cache.find({ ...front, key: '/another' });
  await cache.find(front);
  expect(asked).toEqual([false, false, false, false, true]);
});

test('cached pages are served while the database cannot be read, and the error is reported', async () => {
  const reported: unknown[] = [];
  let isReadable = true;
  const cache = new ReaderCache({
    currentVersion: () => {
      if (!isReadable) throw new Error('disk I/O error');
      return 1;
    },
    fingerprints: null,
    mayShowOlder: () => true,
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

test('an older copy that may not be shown, or of which that is not known, is not', async () => {
  const reported: unknown[] = [];
  let mayShowOlder = () => false;
  const cache = cacheOf(nameOfSite, {
    mayShowOlder: () => mayShowOlder(),
    report: (error) => reported.push(error),
  });
  await cache.find(front);
  rename('Second');
  failing = true;
  await expect(cache.find(front)).rejects.toThrow('broken');
  mayShowOlder = () => {
    throw new Error('disk I/O error');
  };
  await expect(cache.find(front)).rejects.toThrow('broken');
  expect(reported.map(String)).toEqual(['Error: broken', 'Error: broken', 'Error: disk I/O error']);
});

test('an older copy is kept by nobody on the way', async () => {
  const cache = cacheOf(nameOfSite);
  await cache.find(front);
  rename('Second');
  failing = true;
  const { headers } = await cache.find(front);
  expect(headers).toEqual({ 'content-type': 'text/html', 'cache-control': 'no-store' });
});

test('when too many pages wait, no older copy is shown: its post may have been withdrawn', async () => {
  let isFull = false;
  const cache = cacheOf(() => {
    if (isFull) throw new QueueFull('rendering', 8);
    return 'published';
  });
  await cache.find(front);
  rename('Withdrawn');
  isFull = true;
  await expect(cache.find(front)).rejects.toThrow(QueueFull);
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

test('copies with many pictures are kept, and evict only one another', async () => {
  // What cannot be compressed, as pictures.
  const pictures = randomBytes(1_500_000).toString('hex');
  const cache = cacheOf(() => (renders === 1 ? 'small' : pictures), { maxEndlessBytes: 5000 });
  const copy = (n: number) => ({ key: `/${n}/copy.html`, path: `/${n}/copy.html`, isUnbounded: true });
  await cache.find(front);
  for (let n = 0; n < 10; n++) await cache.find(copy(n));
  expect(cache.peek(front)).not.toBeNull();
  expect([0, 9].map((n) => cache.peek(copy(n)) !== null)).toEqual([false, true]);
});

test('after a change elsewhere, a page is kept and never rendered again', async () => {
  const cache = cacheOf(nameOfSite, { fingerprints });
  await cache.find(front);
  addTopic('rivers');
  expect(textOf(cache.peek(front) ?? (await cache.find(front)))).toContain('First');
  expect(renders).toBe(1);
  expect(cache.counts).toEqual({ rendered: 1, foundSame: 1 });
  rename('Second');
  expect(cache.peek(front)).toBeNull();
  expect(textOf(await cache.find(front))).toContain('Second');
});

test('a page that is the same after a change while it was rendered is kept', async () => {
  const cache = cacheOf(
    () => {
      const name = nameOfSite();
      if (renders === 1) addTopic('rivers');
      return name;
    },
    { fingerprints },
  );
  await cache.find(front);
  await cache.find(front);
  expect(renders).toBe(1);
});

test('a page that changed while it was rendered is not served again', async () => {
  const cache = cacheOf(
    () => {
      const name = nameOfSite();
      if (renders === 1) rename('Second');
      return name;
    },
    { fingerprints },
  );
  await cache.find(front);
  expect(textOf(await cache.find(front))).toContain('Second');
});

test('a check that fails is reported, and the page is rendered again', async () => {
  const reported: unknown[] = [];
  const check = () => {
    throw new Error('disk I/O error');
  };
  const failing = { of: fingerprints.of.bind(fingerprints), check };
  const cache = cacheOf(nameOfSite, { fingerprints: failing, report: (error) => reported.push(error) });
  await cache.find(front);
  addTopic('rivers');
  expect(textOf(await cache.find(front))).toContain('First');
  expect(renders).toBe(2);
  expect(reported.length).toBeGreaterThan(0);
});

test('a page is kept after a change however many times its check must pause', async () => {
  let left = 3;
  const check = (...asked: Parameters<Fingerprints['check']>) => {
    left -= 1;
    return left > 0 ? 'unfinished' : fingerprints.check(...asked);
  };
  const cache = cacheOf(nameOfSite, { fingerprints: { of: fingerprints.of.bind(fingerprints), check } });
  await cache.find(front);
  addTopic('rivers');
  expect(cache.peek(front)).toBeNull();
  await cache.find(front);
  expect(renders).toBe(1);
});

function cacheOf(write: () => string | Promise<string>, more: Partial<Options> = {}) {
  return new ReaderCache({
    currentVersion: () => version.current(),
    fingerprints: null,
    mayShowOlder: () => true,
    report: () => undefined,
    ...more,
    render: async (_request: PageRequest, at: number) => {
      renders += 1;
      if (failing) throw new Error('broken');
      const body = Buffer.from((await write()).padEnd(500));
      const headers = {
        'content-type': 'text/html',
        'cache-control': 'public, s-maxage=86400',
        'cdn-cache-control': 'public, max-age=86400',
      };
      return makePage({ status: 200, headers, version: at, body });
    },
  });
}

function nameOfSite(): string {
  return db.$client.prepare('select name from site').pluck().get() as string;
}

function renaming(name: string): string {
  return `update site set name = '{"en":"${name}"}'`;
}

function addTopic(slug: string) {
  withoutRecording(() => db.$client.prepare("insert into topics (slug, name) values (?, '{}')").run(slug));
}

function rename(name: string) {
  withoutRecording(() => db.$client.exec(renaming(name)));
}

function textOf(page: Page): string {
  return plainOf(page).toString();
}
