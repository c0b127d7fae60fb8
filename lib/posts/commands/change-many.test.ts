import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drafts, posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { listPublishedPosts } from '../queries';
import { binPost } from './bin-post';
import { changeLanguage } from './change-language';
import { type Change, changePosts } from './change-posts';
import { linkTranslation } from './link-translation';
import { purgeOldBinned, purgePosts } from './purge-post';
import { unlistPost } from './unlist-post';
import { withdrawPost } from './withdraw-post';

const DAY_MS = 24 * 60 * 60 * 1000;
let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());
const by = (now: number) => ({ actor: OPERATOR, now });
const rowOf = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get();
const change = (...changes: Change[]) => requireValue(changePosts(site.db, { changes }, by(50)));
const NOTHING = { count: 0, undo: [] };

test('a post already in the bin is not moved there again, so that it keeps its previous status', () => {
  const { postId } = buildPost(site.db, { now: 10 });
  requireValue(binPost(site.db, { postId }, by(20)));
  const before = rowOf(postId);
  expect(change({ kind: 'bin', postIds: [postId] })).toEqual(NOTHING);
  expect(rowOf(postId)).toEqual(before);
});

test('only posts in the bin are restored, and undo moves them back to the bin', () => {
  const { postId } = buildPost(site.db, { now: 10 });
  const before = rowOf(postId);
  expect(change({ kind: 'restore', postIds: [postId] })).toEqual(NOTHING);
  expect(rowOf(postId)).toEqual(before);
  requireValue(binPost(site.db, { postId }, by(20)));
  expect(change({ kind: 'restore', postIds: [postId] })).toEqual({
    count: 1,
    undo: [{ kind: 'bin', postIds: [postId] }],
  });
});

test('a draft cannot be withdrawn; an unlisted post can, and is restored as unlisted', () => {
  const { postId: draft } = buildPost(site.db, { status: 'draft' });
  expect(change({ kind: 'withdraw', postIds: [draft] })).toEqual(NOTHING);
  expect(rowOf(draft)?.status).toBe('draft');
  const { postId } = buildPost(site.db, { now: 10 });
  const other = rowOf(draft);
  requireValue(unlistPost(site.db, { postId }, by(20)));
  const { undo } = change({ kind: 'withdraw', postIds: [postId] });
  expect(undo).toEqual([{ kind: 'bringBack', postIds: [postId], status: 'unlisted' }]);
  expect(change(...undo)).toEqual({ count: 1, undo: [{ kind: 'withdraw', postIds: [postId] }] });
  expect(rowOf(postId)).toMatchObject({ status: 'unlisted', updatedAt: 50 });
  expect(rowOf(draft)).toEqual(other);
});

test('only withdrawn posts are restored, and only with a text for readers', () => {
  const { postId } = buildPost(site.db, { now: 10 });
  const back = (id: number) => change({ kind: 'bringBack', postIds: [id], status: 'unlisted' });
  expect(back(postId)).toEqual(NOTHING);
  expect(rowOf(postId)?.status).toBe('published');
  requireValue(withdrawPost(site.db, { postId }, by(20)));
  site.db.update(posts).set({ liveRevisionId: null }).where(eq(posts.id, postId)).run();
  expect(back(postId)).toEqual(NOTHING);
  expect(rowOf(postId)?.status).toBe('withdrawn');
});

test('undo changes are in the order that undoes the last change first', () => {
  const topic = buildTopic(site.db).topicId;
  const { postId } = buildPost(site.db);
  const { undo } = change(
    { kind: 'withdraw', postIds: [postId] },
    { kind: 'addTopic', postIds: [postId], topicId: topic },
    { kind: 'bin', postIds: [postId] },
  );
  expect(undo.map(({ kind }) => kind)).toEqual(['restore', 'setLabels', 'bringBack']);
});

test('the chosen author is set, not the first in the list', () => {
  buildAuthor(site.db, 'Somebody Else');
  const { authorId } = buildAuthor(site.db, 'Dara Lim');
  const { postId } = buildPost(site.db);
  change({ kind: 'setAuthor', postIds: [postId], authorId });
  const draft = site.db.select().from(drafts).where(eq(drafts.postId, postId)).get();
  expect(draft?.byline).toEqual([{ authorId, name: 'Dara Lim' }]);
});

test('only the named posts in the bin are deleted permanently, and readers’ lists drop them', () => {
  const [kept, live, gone] = [1, 2, 3].map(() => buildPost(site.db, { now: 10 }).postId);
  for (const postId of [kept, gone]) requireValue(binPost(site.db, { postId: postId ?? 0 }, by(20)));
  const { count } = requireValue(purgePosts(site.db, { postIds: [live ?? 0, gone ?? 0] }, by(30)));
  expect(count).toBe(1);
  expect(rowOf(gone ?? 0)).toBeUndefined();
  expect(rowOf(kept ?? 0)?.status).toBe('binned');
  expect(listPublishedPosts(site.db, {}).total).toBe(1);
});

test('a post restored from the bin is not deleted when its thirty days are over', () => {
  const { postId } = buildPost(site.db, { now: 10 });
  site.db.update(posts).set({ binnedAt: 10 }).where(eq(posts.id, postId)).run();
  expect(purgeOldBinned(site.db, postId, 40 * DAY_MS)).toBe(false);
  expect(rowOf(postId)?.status).toBe('published');
});

test('only the named post changes its language', () => {
  const [postId, other] = [buildPost(site.db).postId, buildPost(site.db).postId];
  requireValue(changeLanguage(site.db, { postId, language: 'km' }, by(5)));
  expect([rowOf(postId)?.language, rowOf(other)?.language]).toEqual(['km', 'en']);
});

test('a post without a group is not a translation of one in its own language', () => {
  const [postId, other] = [buildPost(site.db).postId, buildPost(site.db).postId];
  expect(linkTranslation(site.db, { postId, translationOfPostId: other }, by(5))).toMatchObject({
    ok: false,
    code: 'invalid',
  });
  expect(rowOf(postId)?.translationGroupId).toBeNull();
});
