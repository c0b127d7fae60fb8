import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { posts, site as siteTable } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeSlug } from './commands/change-slug';
import { saveDraft } from './commands/save-draft';
import { unlistPost } from './commands/unlist-post';
import { withdrawPost } from './commands/withdraw-post';
import { emptyWriting } from './fields';
import { indexChangedDrafts, indexSomeDrafts } from './index-drafts';
import { rebuildPosts } from './rebuild';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const context = { actor: OPERATOR, now: 5000 };

/** Returns every row of every ordinary table, and what search finds, as one text. */
function everything(): string {
  const tables = site.db.$client
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like '%_search_%' order by name",
    )
    .pluck()
    .all() as string[];
  return JSON.stringify(
    tables.map((name) => {
      const key = name === 'known_words' ? 'word' : 'rowid';
      return [name, site.db.$client.prepare(`select ${key}, * from "${name}" order by ${key}`).all()];
    }),
  );
}

async function fill() {
  const { topicId } = buildTopic(site.db);
  const { authorId } = buildAuthor(site.db);
  const live = buildPost(site.db, {
    topicIds: [topicId],
    byline: [{ authorId, name: 'A' }],
    text: 'Rivers rise.',
  });
  changeSlug(site.db, { postId: live.postId, slug: 'moved' }, context);
  const withdrawn = buildPost(site.db, { language: 'km', text: 'ទឹកឡើង' });
  withdrawPost(site.db, { postId: withdrawn.postId }, context);
  const unlisted = buildPost(site.db, { text: 'Banks hold.' });
  unlistPost(site.db, { postId: unlisted.postId }, context);
  buildPost(site.db, { status: 'draft' });
  buildPost(site.db, { kind: 'page', headline: 'About' });
  // Saved drafts enter the admin search index when it is next queried.
  await indexChangedDrafts(site.db);
}

test('drafts are indexed a slice at a time; what one search does not do, the next does', async () => {
  for (let n = 0; n < 3; n += 1) buildPost(site.db, { status: 'draft' });
  const left = () =>
    site.db.$client.prepare('select count(*) from drafts where indexed_version <> version').pluck().get();
  const counts = [left()];
  while (indexSomeDrafts(site.db, 0)) counts.push(left());
  expect([...counts, left()]).toEqual([3, 2, 1, 0]);
});

test('deriving everything again changes nothing, and readers’ pages stay cached', async () => {
  await fill();
  const before = everything();
  await rebuildPosts(site.db);
  expect(everything()).toBe(before);
});

test('deriving again repairs damaged rows', async () => {
  await fill();
  const before = everything();
  site.db.$client.exec(
    'delete from topic_posts; delete from author_posts; delete from post_texts; delete from post_search; delete from draft_search; delete from headline_search; delete from known_words',
  );
  await rebuildPosts(site.db);
  const withoutVersion = (text: string) => text.replace(/"content_version":\d+/, '');
  expect(withoutVersion(everything())).toBe(withoutVersion(before));
});

function version(): number {
  return site.db.select().from(siteTable).get()?.contentVersion ?? 0;
}

test('a draft does not raise the content version; a change that readers see does', () => {
  const { postId, version: draftVersion } = buildPost(site.db, { headline: 'Still' });
  const before = version();
  saveDraft(
    site.db,
    { postId, version: draftVersion, writing: { ...emptyWriting(), headline: 'Moving' } },
    context,
  );
  buildPost(site.db, { status: 'draft' });
  expect(version()).toBe(before);
  withdrawPost(site.db, { postId }, context);
  expect(version()).toBeGreaterThan(before);
});

test('a post has its month in the publication’s time zone', () => {
  const { postId } = buildPost(site.db, { now: Date.UTC(2022, 9, 31, 20) });
  expect(site.db.select().from(posts).where(eq(posts.id, postId)).get()?.publishedMonth).toBe('2022-11');
});
