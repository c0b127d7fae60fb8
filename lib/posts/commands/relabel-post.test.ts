import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { drafts, posts, revisions } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { type Change, changePosts } from './change-posts';
import { schedulePost } from './schedule-post';

let site: TestSite;
let first: number;
let second: number;
beforeEach(() => {
  site = openTestSite();
  first = buildTopic(site.db).topicId;
  second = buildTopic(site.db).topicId;
});
afterEach(() => site.close());

const NOW = 50;
const change = (...changes: Change[]) =>
  requireValue(changePosts(site.db, { changes }, { actor: OPERATOR, now: NOW }));
const rowOf = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get();
const draftOf = (postId: number) => site.db.select().from(drafts).where(eq(drafts.postId, postId)).get();
const revisionOf = (id: number | null | undefined) =>
  site.db
    .select()
    .from(revisions)
    .where(eq(revisions.id, id ?? 0))
    .get();

function buildScheduled(topicIds: number[]): number {
  const { postId, version } = buildPost(site.db, { status: 'draft', topicIds, now: 10 });
  requireValue(
    schedulePost(site.db, { postId, draftVersion: version, at: 1000 }, { actor: OPERATOR, now: 20 }),
  );
  return postId;
}

test('a live post gets a copy of its revision with the new topic, and is dated as updated; others stay', () => {
  const { postId, version } = buildPost(site.db, { topicIds: [first], now: 10 });
  const other = buildPost(site.db, { topicIds: [first], now: 10 });
  const before = rowOf(postId);
  const others = [rowOf(other.postId), draftOf(other.postId)];
  change({ kind: 'addTopic', postIds: [postId], topicId: second });
  expect(draftOf(postId)).toMatchObject({ topicIds: [first, second], version: version + 1 });
  expect(rowOf(postId)).toMatchObject({ updatedAt: NOW, scheduledRevisionId: null });
  expect(rowOf(postId)?.liveRevisionId).not.toBe(before?.liveRevisionId);
  expect(revisionOf(rowOf(postId)?.liveRevisionId)).toMatchObject({
    topicIds: [first, second],
    createdAt: NOW,
  });
  expect(revisionOf(before?.liveRevisionId)).toMatchObject({ topicIds: [first], createdAt: 10 });
  expect([rowOf(other.postId), draftOf(other.postId)]).toEqual(others);
});

test('a scheduled post keeps its time and gets a copy of the scheduled revision', () => {
  const postId = buildScheduled([first]);
  const before = rowOf(postId);
  change({ kind: 'addTopic', postIds: [postId], topicId: second });
  expect(rowOf(postId)).toMatchObject({
    ...{ status: 'scheduled', scheduledAt: 1000, liveRevisionId: null, updatedAt: before?.updatedAt },
  });
  expect(rowOf(postId)?.scheduledRevisionId).not.toBe(before?.scheduledRevisionId);
  expect(revisionOf(rowOf(postId)?.scheduledRevisionId)?.topicIds).toEqual([first, second]);
});

test('a post with only a draft gets no revision', () => {
  const { postId } = buildPost(site.db, { status: 'draft', topicIds: [first], now: 10 });
  const before = rowOf(postId);
  expect(change({ kind: 'addTopic', postIds: [postId], topicId: second })).toEqual({
    count: 1,
    undo: [{ kind: 'setLabels', postIds: [postId], labels: { draft: { topicIds: [first], byline: [] } } }],
  });
  expect(rowOf(postId)).toMatchObject({ liveRevisionId: null, updatedAt: before?.updatedAt });
  expect(site.db.select().from(revisions).all()).toEqual([]);
});

test('the labels of another post’s draft are not used', () => {
  buildPost(site.db, { status: 'draft', topicIds: [second] });
  const { postId } = buildPost(site.db, { status: 'draft', topicIds: [first] });
  change({ kind: 'removeTopic', postIds: [postId], topicId: first });
  expect(draftOf(postId)?.topicIds).toEqual([]);
});

test('a post that already has the labels is left alone: no version, no revision, nothing to undo', () => {
  const { postId, version } = buildPost(site.db, { topicIds: [first], now: 10 });
  const before = rowOf(postId);
  expect(change({ kind: 'addTopic', postIds: [postId], topicId: first })).toEqual({ count: 0, undo: [] });
  expect(draftOf(postId)?.version).toBe(version);
  expect(rowOf(postId)).toEqual(before);
});

test('an undo restores the labels of the draft, live and scheduled texts separately', () => {
  const { authorId } = buildAuthor(site.db, 'Dara Lim');
  const [postId, scheduled] = [buildPost(site.db, { topicIds: [first] }).postId, buildScheduled([second])];
  const { count, undo } = change({ kind: 'setAuthor', postIds: [postId, scheduled], authorId });
  expect(count).toBe(2);
  expect(draftOf(scheduled)?.byline).toEqual([{ authorId, name: 'Dara Lim' }]);
  const empty = (topicId: number) => ({ topicIds: [topicId], byline: [] });
  expect(undo).toEqual([
    { kind: 'setLabels', postIds: [scheduled], labels: { draft: empty(second), scheduled: empty(second) } },
    { kind: 'setLabels', postIds: [postId], labels: { draft: empty(first), live: empty(first) } },
  ]);
  change(...undo);
  expect(revisionOf(rowOf(postId)?.liveRevisionId)).toMatchObject(empty(first));
  expect(revisionOf(rowOf(scheduled)?.scheduledRevisionId)).toMatchObject(empty(second));
});

test('labels for one of the texts do not change the others', () => {
  const { postId } = buildPost(site.db, { topicIds: [first] });
  const labels = { draft: { topicIds: [second], byline: [] } };
  change({ kind: 'setLabels', postIds: [postId], labels });
  expect(draftOf(postId)?.topicIds).toEqual([second]);
  expect(revisionOf(rowOf(postId)?.liveRevisionId)?.topicIds).toEqual([first]);
});

test('deleted topics and authors are refused, even among existing ones', () => {
  buildAuthor(site.db);
  const { postId } = buildPost(site.db, { topicIds: [first] });
  const refused = (asked: Change) =>
    changePosts(site.db, { changes: [asked] }, { actor: OPERATOR, now: NOW });
  expect(refused({ kind: 'addTopic', postIds: [postId], topicId: 999 })).toMatchObject({
    ...{ ok: false, code: 'not_found', key: 'topicGone' },
  });
  const gone = { ok: false, code: 'not_found', key: 'authorGone' };
  expect(refused({ kind: 'setAuthor', postIds: [postId], authorId: 999 })).toMatchObject(gone);
  const byline = [{ authorId: 999, name: 'Nobody' }];
  const labels = { draft: { topicIds: [first], byline } };
  expect(refused({ kind: 'setLabels', postIds: [postId], labels })).toMatchObject(gone);
  expect(draftOf(postId)?.byline).toEqual([]);
});
