import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { neverWait, openDatabase } from '@/db/client';
import { posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildPost, buildTopic } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeManyPosts, purgeManyPosts } from './in-slices';

const POSTS = 25;

let site: TestSite;
let postIds: number[];
beforeEach(() => {
  site = openTestSite();
  postIds = Array.from({ length: POSTS }, () => buildPost(site.db).postId);
});
afterEach(() => site.close());
const context = { actor: OPERATOR, now: 50 };
const countOf = (status: 'published' | 'binned') =>
  site.db.select().from(posts).where(eq(posts.status, status)).all().length;

test('many posts are changed in slices, and one undo brings all of them back', async () => {
  const seen = new Set<number>();
  const watching = setInterval(() => seen.add(countOf('binned')), 0);
  const { topicId } = buildTopic(site.db);
  const labelled = await changeManyPosts(
    site.db,
    { changes: [{ kind: 'addTopic', postIds, topicId }] },
    context,
  );
  const done = await changeManyPosts(site.db, { changes: [{ kind: 'bin', postIds }] }, context);
  clearInterval(watching);
  expect(requireValue(done)).toMatchObject({ count: POSTS, undo: [{ kind: 'restore' }] });
  expect(countOf('binned')).toBe(POSTS);
  // Requests were answered between two slices.
  expect([...seen].some((count) => count > 0 && count < POSTS)).toBe(true);
  const undo = [...requireValue(done).undo, ...requireValue(labelled).undo];
  expect(requireValue(await changeManyPosts(site.db, { changes: undo }, context)).count).toBe(2 * POSTS);
  expect(countOf('published')).toBe(POSTS);
  const topics = site.db.$client.prepare('select count(*) from topic_posts').pluck().get();
  expect(topics).toBe(0);
});

test('the policy decides about all posts before the first is changed', async () => {
  const id = buildUser(site.db, { role: 'author' });
  const author = { actor: { kind: 'user', id, role: 'author' }, now: 50 } as const;
  site.db.update(posts).set({ createdBy: id, status: 'draft' }).run();
  site.db
    .update(posts)
    .set({ createdBy: null })
    .where(eq(posts.id, postIds.at(-1) ?? 0))
    .run();
  expect(await changeManyPosts(site.db, { changes: [{ kind: 'bin', postIds }] }, author)).toMatchObject({
    code: 'forbidden',
  });
  expect(await purgeManyPosts(site.db, { postIds }, author)).toMatchObject({ code: 'forbidden' });
  expect(countOf('binned')).toBe(0);
});

test('a fault ends the change, and what was done before stays', async () => {
  site.db.$client.exec(`CREATE TRIGGER full BEFORE UPDATE ON posts WHEN NEW.id = ${postIds[15]}
    BEGIN SELECT raise(ABORT, 'x'); END`);
  await expect(changeManyPosts(site.db, { changes: [{ kind: 'bin', postIds }] }, context)).rejects.toThrow(
    'x',
  );
  expect(countOf('binned')).toBe(10);
});

test('posts in the bin are deleted in slices, others stay', async () => {
  await changeManyPosts(site.db, { changes: [{ kind: 'bin', postIds: postIds.slice(0, 12) }] }, context);
  expect(await purgeManyPosts(site.db, { postIds }, context)).toEqual({ ok: true, value: { count: 12 } });
  expect(countOf('published')).toBe(POSTS - 12);
});

test('a save by another connection gets in between two slices', async () => {
  const other = openDatabase(site.db.$client.name);
  neverWait(other);
  neverWait(site.db);
  const done = changeManyPosts(site.db, { changes: [{ kind: 'bin', postIds }] }, context);
  other.$client.prepare('update site set name = name').run();
  expect(requireValue(await done).count).toBe(POSTS);
  other.$client.close();
});
