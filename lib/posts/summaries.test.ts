import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { authors, media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { deleteTopic } from '@/lib/labels/topics';
import { mediaRow } from '@/tools/testing/command-table';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { correctPost } from './commands/correct-post';
import { findPublishedPost } from './queries';
import { summariesByIds } from './summaries';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const at = (now: number) => ({ actor: OPERATOR, now });

/** Returns what a list and the page of the post show of it. */
function shown(postId: number) {
  const [summary] = summariesByIds(site.db, [postId]);
  if (!summary) throw new Error('the post is not live');
  return [summary, findPublishedPost(site.db, summary.slug)];
}

test('the topic of a post is the first that its author chose, or else the next that still exists', () => {
  const early = buildTopic(site.db, 'Rivers').topicId;
  const late = buildTopic(site.db, 'Bridges').topicId;
  const { postId } = buildPost(site.db, { topicIds: [late, early] });
  for (const post of shown(postId)) expect(post?.topic).toEqual({ slug: 'bridges', name: { en: 'Bridges' } });
  requireValue(deleteTopic(site.db, { id: late }, at(1)));
  for (const post of shown(postId)) expect(post?.topic?.slug).toBe('rivers');
  requireValue(deleteTopic(site.db, { id: early }, at(1)));
  for (const post of shown(postId)) expect(post?.topic).toBeNull();
});

test('a post carries the date of its newest correction', () => {
  const { postId } = buildPost(site.db);
  for (const post of shown(postId)) expect(post?.correctedAt).toBeNull();
  for (const now of [5000, 9000]) requireValue(correctPost(site.db, { postId, note: 'Two.' }, at(now)));
  for (const post of shown(postId)) expect(post?.correctedAt).toBe(9000);
});

test('a byline has the pictures of its authors', () => {
  site.db.insert(media).values(mediaRow('one')).run();
  const { authorId } = buildAuthor(site.db, 'Sok Chan');
  const byline = [
    { authorId, name: 'Sok Chan' },
    { authorId: buildAuthor(site.db).authorId, name: 'Dara' },
  ];
  const { postId } = buildPost(site.db, { byline });
  site.db.update(authors).set({ mediaId: 'one' }).where(eq(authors.id, authorId)).run();
  for (const post of shown(postId)) {
    expect(post?.byline.map(({ portrait }) => portrait?.id ?? null)).toEqual(['one', null]);
  }
});
