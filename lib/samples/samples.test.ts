import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDatabase } from '@/db/client';
import { authors, media, posts, series, topics } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { createTopic } from '@/lib/labels/topics';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting } from '@/lib/posts/fields';
import { findNeighbours } from '@/lib/posts/neighbours';
import { findPublishedPost, listPublishedPosts } from '@/lib/posts/queries';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { body, figure, paragraph } from './content/nodes';
import { ensureSamples } from './ensure-samples';
import { removeAllSamples, removeSampleFiles, removeSamples } from './remove-samples';

const NOW = Date.UTC(2026, 10, 23, 9);
const context = { actor: OPERATOR, now: NOW };
/** Six pictures are encoded in every size. */
const SLOW_MS = 120_000;

let made: TestSite;
let site: TestSite;

beforeAll(async () => {
  made = openTestSite();
  await ensureSamples(made.db, { mediaDir: made.mediaDir, now: NOW });
  made.db.$client.pragma('wal_checkpoint(TRUNCATE)');
}, SLOW_MS);
afterAll(() => made.close());

/** Each test gets a copy of the folder, because making the pictures takes long. */
beforeEach(() => {
  const empty = openTestSite();
  empty.db.$client.close();
  cpSync(made.dataDir, empty.dataDir, { recursive: true, force: true });
  const db = openDatabase(join(empty.dataDir, 'broadside.db'));
  const close = () => {
    db.$client.close();
    rmSync(empty.dataDir, { recursive: true, force: true });
  };
  site = { ...empty, db, close };
});
afterEach(() => site.close());

const count = (table: typeof posts | typeof topics | typeof series | typeof authors | typeof media) =>
  site.db.select().from(table).all().length;

test('an empty publication lists sample posts of different days, without pages', () => {
  const { posts: listed } = listPublishedPosts(site.db, { page: 1, perPage: 20 });
  expect(listed.map((post) => post.slug)).toEqual([
    'in-praise-of-the-slow-ferry',
    'សូមឱ្យបណ្ណាល័យបើកទ្វារនៅពេលល្ងាច',
    'keep-the-library-open-in-the-evening',
    'fishing-families-agree-to-dark-nights',
    'what-the-market-roof-taught-us',
    'នរណាអាចអង្គុយបាន',
    'who-may-sit-down',
    'កៅអីដែលគ្មាននរណាជ្រើសរើស',
    'the-bench-that-nobody-chose',
  ]);
  expect(new Set(listed.map((post) => post.publishedAt)).size).toBe(9);
  expect(listed.every((post) => post.publishedAt < NOW && post.leadMedia)).toBe(true);
  const inKhmer = listed.filter(({ language }) => language === 'km');
  for (const { slug, leadMedia } of inKhmer) {
    expect(leadMedia?.alt, slug).toMatch(/\p{Script=Khmer}/u);
    expect(leadMedia?.caption, slug).toMatch(/\p{Script=Khmer}/u);
  }
  expect(findPublishedPost(site.db, 'about')?.kind).toBe('page');
});

test('the samples show a source, a gallery, a table, a footnote and a translation', () => {
  const republished = findPublishedPost(site.db, 'fishing-families-agree-to-dark-nights');
  expect(republished?.source?.authors).toHaveLength(3);
  expect(republished?.source?.publishedOn).toBe('2026-11-04');
  const market = findPublishedPost(site.db, 'what-the-market-roof-taught-us')?.bodyHtml ?? '';
  expect(market).toMatch(/gallery/);
  expect(market).toMatch(/<table/);
  const ferry = findPublishedPost(site.db, 'in-praise-of-the-slow-ferry')?.bodyHtml ?? '';
  expect(ferry).toMatch(/footnotes/);
  expect(ferry).toMatch(/pull-quote/);
  const english = findPublishedPost(site.db, 'keep-the-library-open-in-the-evening');
  expect(english?.translations.map((other) => other.language)).toEqual(['km']);
});

test('the samples show a series in both languages and a correction', () => {
  const part = findPublishedPost(site.db, 'who-may-sit-down');
  if (!part) throw new Error('samples are missing');
  expect(findNeighbours(site.db, part).series).toMatchObject({ at: 1, parts: { length: 2 } });
  const khmer = findPublishedPost(site.db, 'នរណាអាចអង្គុយបាន');
  expect(khmer && findNeighbours(site.db, khmer).series).toMatchObject({ at: 1, parts: { length: 2 } });
  expect(findPublishedPost(site.db, 'what-the-market-roof-taught-us')?.corrections).toHaveLength(1);
});

test('a sample series that a real post joined stays and is no longer a sample', () => {
  const sample = site.db.select().from(series).all()[0];
  if (!sample) throw new Error('samples are missing');
  const { postId } = buildPost(site.db);
  requireValue(putIntoSeries(site.db, { postId, seriesId: sample.id }, context));
  requireValue(removeSamples(site.db, {}, context));
  expect(site.db.select().from(series).all()).toMatchObject([{ id: sample.id, isSample: false }]);
});

test('samples are created once, and never return after their removal', async () => {
  expect(await ensureSamples(site.db, { mediaDir: site.mediaDir, now: NOW })).toBe(false);
  requireValue(removeSamples(site.db, {}, context));
  expect(await ensureSamples(site.db, { mediaDir: site.mediaDir, now: NOW })).toBe(false);
});

test('removing the samples leaves no row and no file of them', async () => {
  const { removedPosts, mediaIds } = requireValue(removeSamples(site.db, {}, context));
  await removeSampleFiles(site.mediaDir, mediaIds);
  expect(removedPosts).toBe(11);
  expect([posts, topics, series, authors, media].map(count)).toEqual([0, 0, 0, 0, 0]);
  expect(readdirSync(site.mediaDir)).toEqual([]);
});

test('samples are removed some at a time, and a removal that was killed can be continued', async () => {
  const first = requireValue(removeSamples(site.db, { most: 4 }, context));
  expect(first).toEqual({ removedPosts: 4, mediaIds: [], isMore: true });
  expect([posts, media].map(count)).toEqual([7, expect.any(Number)]);
  expect(count(topics)).toBeGreaterThan(0);
  const rest = requireValue(await removeAllSamples(site.db, {}, context));
  expect(rest).toMatchObject({ removedPosts: 7, isMore: false });
  expect(rest.mediaIds.length).toBeGreaterThan(0);
  expect([posts, topics, series, authors, media].map(count)).toEqual([0, 0, 0, 0, 0]);
});

test('samples of one language can stay, as samples and with everything that they use', async () => {
  const { mediaIds } = requireValue(removeSamples(site.db, { except: ['en'] }, context));
  await removeSampleFiles(site.mediaDir, mediaIds);
  expect(
    site.db
      .select()
      .from(posts)
      .all()
      .map(({ language }) => language),
  ).not.toContain('km');
  for (const table of [posts, topics, series, authors, media]) {
    expect(
      site.db
        .select()
        .from(table)
        .all()
        .map(({ isSample }) => isSample),
    ).not.toContain(false);
    expect(count(table)).toBeGreaterThan(0);
  }
  const led = listPublishedPosts(site.db, { page: 1, perPage: 20 }).posts;
  expect(led.every(({ leadMedia }) => leadMedia && existsSync(join(site.mediaDir, leadMedia.id)))).toBe(true);
  requireValue(removeSamples(site.db, {}, context));
  expect([posts, topics, series, authors, media].map(count)).toEqual([0, 0, 0, 0, 0]);
});

test('samples are in the languages of the publication if its owner existed first', async () => {
  for (const table of ['posts', 'topics', 'series', 'authors', 'audit']) {
    site.db.$client.prepare(`delete from ${table}`).run();
  }
  site.db.$client.prepare(`update site set languages = '["en"]'`).run();
  expect(await ensureSamples(site.db, { mediaDir: site.mediaDir, now: NOW })).toBe(true);
  expect(
    new Set(
      site.db
        .select()
        .from(posts)
        .all()
        .map(({ language }) => language),
    ),
  ).toEqual(new Set(['en']));
  expect(await ensureSamples(site.db, { mediaDir: site.mediaDir, now: NOW })).toBe(false);
}, 120_000);

test('samples declined before the first start are never created', async () => {
  const empty = openTestSite();
  requireValue(removeSamples(empty.db, {}, context));
  expect(await ensureSamples(empty.db, { mediaDir: empty.mediaDir, now: NOW })).toBe(false);
  expect(empty.db.select().from(posts).all()).toEqual([]);
  empty.close();
});

test('what a real post uses stays and is no longer a sample', async () => {
  const topic = site.db.select().from(topics).all()[0];
  const author = site.db.select().from(authors).all()[0];
  const [lead, shown] = site.db.select().from(media).all();
  if (!topic || !author || !lead || !shown) throw new Error('samples are missing');
  const words = { alt: '', caption: '', credit: '' };
  buildPost(site.db, {
    topicIds: [topic.id],
    byline: [{ authorId: author.id, name: 'A. Name' }],
    leadMediaId: lead.id,
    body: body(paragraph('Mine.'), figure({ mediaId: shown.id, ...words })),
  });
  const { mediaIds } = requireValue(removeSamples(site.db, {}, context));
  await removeSampleFiles(site.mediaDir, mediaIds);
  expect(site.db.select().from(topics).all()).toMatchObject([{ id: topic.id, isSample: false }]);
  expect(site.db.select().from(authors).all()).toMatchObject([{ id: author.id, isSample: false }]);
  expect(count(media)).toBe(2);
  expect([lead, shown].every(({ id }) => existsSync(join(site.mediaDir, id)))).toBe(true);
});

test('a picture used by a real topic stays', () => {
  const picture = site.db.select().from(media).all()[0];
  if (!picture) throw new Error('samples are missing');
  const topic = { name: { en: 'Mine' }, description: {}, mediaId: picture.id };
  requireValue(createTopic(site.db, topic, context));
  expect(requireValue(removeSamples(site.db, {}, context)).mediaIds).not.toContain(picture.id);
  expect(site.db.select().from(media).all()).toMatchObject([{ id: picture.id, isSample: false }]);
});

test('a sample that a person has edited is kept', () => {
  const sample = site.db.select().from(posts).all().at(-1);
  if (!sample) throw new Error('samples are missing');
  const userId = site.db.$client
    .prepare(
      "insert into users (email, passphrase_hash, name, role, created_at) values ('a@example.org', '', 'A', 'owner', 0)",
    )
    .run().lastInsertRowid as number;
  const writing = { ...emptyWriting(), headline: 'Mine now', body: body(paragraph('My words.')) };
  requireValue(
    saveDraft(site.db, { postId: sample.id, version: 2, writing }, contextAt(NOW, Number(userId))),
  );
  requireValue(removeSamples(site.db, {}, context));
  expect(site.db.select().from(posts).all()).toMatchObject([{ id: sample.id, isSample: false }]);
});
