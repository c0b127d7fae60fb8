import { existsSync, readFileSync } from 'node:fs';
import { and, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobs, media, redirects } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { binPost } from '@/lib/posts/commands/bin-post';
import { changeSlug } from '@/lib/posts/commands/change-slug';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { purgePost } from '@/lib/posts/commands/purge-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting } from '@/lib/posts/fields';
import { findMissing } from '@/lib/posts/missing';
import { contextAt as at } from '@/tools/testing/actors';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { eraseWords } from './erase-words';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const signal = new AbortController().signal;
const ENGLISH = ['xylophonic', 'zebracorn', 'quixotism', 'jabberwock', 'marmalade', 'flibberty'];
const KHMER = ['អន្ទាក់សម្ងាត់', 'ព្រះចន្ទពណ៌ខៀវ'];
const FORMER_SLUGS = ['the-zebracorn', 'a-flibberty'];
const WORDS = [...ENGLISH, ...KHMER, ...FORMER_SLUGS];

/** Returns those of the words that some byte of the database or of its log still spells. */
function spelled(words: string[]): string[] {
  const file = site.db.$client.name;
  const bytes = Buffer.concat([file, `${file}-wal`].filter(existsSync).map((path) => readFileSync(path)));
  return words.filter((word) => bytes.includes(word));
}

/** Writes, publishes, corrects, renames and purges a post, among others that stay. */
function livesAndDies(): number {
  const others = Array.from({ length: 30 }, (_, index) =>
    buildPost(site.db, { text: `Bridge ${index} ${'the town needs it '.repeat(50)}` }),
  );
  const text = `The xylophonic ${KHMER.join(' ')} and the jabberwock.`;
  const { postId, version } = buildPost(site.db, { slug: 'the-zebracorn', headline: 'A zebracorn', text });
  const writing = { ...emptyWriting(), headline: 'Of quixotism', body: bodyOf('A marmalade of text.') };
  const saved = requireValue(saveDraft(site.db, { postId, version, writing }, at(20)));
  requireValue(publishPost(site.db, { postId, draftVersion: saved.version }, at(21)));
  requireValue(changeSlug(site.db, { postId, slug: 'a-flibberty' }, at(22)));
  site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expect(spelled(WORDS)).toEqual(WORDS);
  requireValue(binPost(site.db, { postId }, at(30)));
  requireValue(purgePost(site.db, { postId }, at(31)));
  return others.length;
}

test('the words of a purged post are in no byte of the file, nor of its log', async () => {
  const others = livesAndDies();
  await eraseWords(site.db, signal);
  expect(spelled(WORDS)).toEqual([]);
  expect(site.db.$client.pragma('integrity_check', { simple: true })).toBe('ok');
  const found = site.db.$client.prepare("SELECT count(*) FROM post_search WHERE post_search MATCH 'bridge'");
  expect(found.pluck().get()).toBe(others);
});

test('its former addresses still answer that it is gone', async () => {
  livesAndDies();
  await eraseWords(site.db, signal);
  expect(FORMER_SLUGS.map((slug) => findMissing(site.db, `/${slug}`))).toEqual([
    { kind: 'gone' },
    { kind: 'gone' },
  ]);
});

test('addresses that an earlier version stored as words become marks', async () => {
  site.db.insert(redirects).values({ path: '/2022/10/jabberwock', postId: null }).run();
  await eraseWords(site.db, signal);
  expect(spelled(['jabberwock'])).toEqual([]);
  expect(findMissing(site.db, '/2022/10/jabberwock')).toEqual({ kind: 'gone' });
});

test('each deletion adds the job, and many add one', () => {
  const waiting = () =>
    site.db
      .select()
      .from(jobs)
      .where(and(eq(jobs.kind, 'eraseWords'), eq(jobs.state, 'waiting')))
      .all();
  expect(waiting()).toEqual([]);
  for (const { postId } of [buildPost(site.db), buildPost(site.db)]) {
    requireValue(binPost(site.db, { postId }, at(30)));
    requireValue(purgePost(site.db, { postId }, at(31)));
  }
  expect(waiting()).toHaveLength(1);
});

test('stops between two steps when the program stops', async () => {
  livesAndDies();
  await expect(eraseWords(site.db, AbortSignal.abort())).rejects.toThrow();
});

test('the name and the hash of an upload go with its row', async () => {
  const row = { id: '0123456789abcdef', sha256: 'ab'.repeat(32), originalName: 'At the zebracorn.jpg' };
  const sizes = { mime: 'image/jpeg', widthPx: 1, heightPx: 1, bytes: 1, renditions: [], createdAt: 1 };
  site.db
    .insert(media)
    .values({ ...row, ...sizes })
    .run();
  site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expect(spelled([row.sha256, row.originalName])).toEqual([row.sha256, row.originalName]);
  site.db
    .update(media)
    .set({ sha256: 'cd'.repeat(32), originalName: 'Other.jpg' })
    .run();
  site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expect(spelled([row.sha256, row.originalName])).toEqual([]);
  site.db.delete(media).run();
  site.db.$client.pragma('wal_checkpoint(TRUNCATE)');
  expect(spelled(['cd'.repeat(32), 'Other.jpg'])).toEqual([]);
});
