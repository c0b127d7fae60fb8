import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { media, revisionUses } from '@/db/schema';
import { isInByline } from '@/lib/labels/authors';
import { isUsedByDraft } from '@/lib/labels/used-by-draft';
import { findMediaUses } from '@/lib/media/find-uses';
import { listMedia } from '@/lib/media/queries';
import { renderTextsWith } from '@/lib/media/render-texts-with';
import { listCorrections } from '@/lib/posts/corrections';
import { freeSlug } from '@/lib/posts/slug';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { planOf, statementsOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { isUsedByRevision } from './revision-uses';

/** Ids as uploads get them. */
const A = 'a'.repeat(16);
const B = 'b'.repeat(16);
const C = 'c'.repeat(16);

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

/** Tables that grow with the posts: nothing that is asked for one medium, author or topic reads all of one. */
const READ_WHOLE =
  /^SCAN (posts|drafts|revisions|revision_uses|restore_points|media_uses|desk_posts|desk_labels|post_slugs)\b/m;

test.each<[string, (id: string) => unknown]>([
  ['the uses of a medium', (id) => findMediaUses(site.db, id, 'en')],
  [
    'the texts that a medium is rendered into again',
    (id) => inTransaction((tx) => renderTextsWith(tx, { mediaId: id, after: 0 }, { now: 1 })),
  ],
  ['whether a byline names an author', () => inTransaction((tx) => isInByline(tx, 1))],
  ['whether a draft has a topic', () => inTransaction((tx) => isUsedByDraft(tx, 'topic', 1))],
  ['whether a revision uses a medium', (id) => isUsedByRevision(site.db, 'medium', id)],
  ['a free slug', () => inTransaction((tx) => freeSlug(tx, 'A bridge', 1))],
  ['the corrections', () => listCorrections(site.db, { page: 1, perPage: 30 })],
  ['the unused media', () => listMedia(site.db, { used: 'none' })],
])('%s: no table that grows with the posts is read whole', (_what, run) => {
  addMedium(A);
  buildPost(site.db, { body: showing(A), leadMediaId: A });
  for (const sql of statementsOf(site.db, () => run(A))) expect(planOf(site.db, sql)).not.toMatch(READ_WHOLE);
});

function inTransaction(run: (tx: Parameters<typeof isInByline>[0]) => unknown): unknown {
  return site.db.transaction(run);
}

test('an unused medium is in no revision either, and its uses are the newest hundred posts', () => {
  addMedium(A);
  for (let n = 0; n < 103; n += 1) buildPost(site.db, { body: showing(A) });
  const { uses, morePosts } = findMediaUses(site.db, A, 'en');
  expect([uses.length, morePosts]).toEqual([100, 3]);
  expect(uses[0]?.id).toBe(103);
  addMedium(B);
  expect(listMedia(site.db, { used: 'none' }).media.map(({ id }) => id)).toEqual([B]);
});

test('a slug that very many posts have costs a few look-ups', () => {
  for (let n = 0; n < 100; n += 1) buildPost(site.db, { headline: 'Untitled' });
  const asked = statementsOf(site.db, () =>
    inTransaction((tx) => expect(freeSlug(tx, 'Untitled', 0)).toBe('untitled-101')),
  );
  expect(asked.length).toBeLessThan(40);
});

test('a migrated publication has the uses that publishing writes, and deleted revisions have none', () => {
  for (const id of [A, B, C]) addMedium(id);
  const { topicId } = buildTopic(site.db, 'Rivers');
  const { authorId } = buildAuthor(site.db, 'Sok Chan');
  const { postId } = buildPost(site.db, {
    body: showing(A, B, A),
    topicIds: [topicId],
    byline: [{ authorId, name: 'Sok Chan' }],
    leadMediaId: C,
  });
  const written = site.db.select().from(revisionUses).all();
  expect(written.map(({ used, usedId }) => `${used} ${usedId}`).sort()).toEqual([
    `author ${authorId}`,
    `medium ${A}`,
    `medium ${B}`,
    `topic ${topicId}`,
  ]);
  site.db.delete(revisionUses).run();
  for (const statement of fillingOf('revision_uses')) site.db.$client.exec(statement);
  const order = (rows: typeof written) => rows.map((row) => JSON.stringify(row)).sort();
  expect(order(site.db.select().from(revisionUses).all())).toEqual(order(written));
  expect(isUsedByRevision(site.db, 'medium', C)).toBe(true);

  site.db.$client.prepare('delete from posts where id = ?').run(postId);
  expect(site.db.select().from(revisionUses).all()).toEqual([]);
});

/** The statements of the migration that fill the table from the rows that are there. */
function fillingOf(table: string): string[] {
  return readMigrationFiles({ migrationsFolder: 'db/migrations' })
    .flatMap(({ sql }) => sql)
    .filter((statement) => statement.trim().startsWith(`INSERT INTO ${table}`));
}

function showing(...mediaIds: string[]) {
  const content = mediaIds.map((mediaId) => ({ type: 'figure', attrs: { mediaId } }));
  return { type: 'doc' as const, content };
}

function addMedium(id: string): void {
  const size = { widthPx: 90, heightPx: 60, bytes: 1 };
  const row = {
    id,
    sha256: id,
    originalName: `${id}.jpg`,
    mime: 'image/jpeg',
    ...size,
    renditions: [],
    createdAt: 1,
  };
  site.db.insert(media).values(row).run();
}
