import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { nextDueAt, publishDuePosts } from '@/tools/testing/due-posts';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { schedulePost, unschedulePost } from './schedule-post';
import { withdrawPost } from './withdraw-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());
const by = (now: number) => ({ actor: OPERATOR, now });
const rowOf = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get();

function buildScheduled(at: number): number {
  const { postId, version } = buildPost(site.db, { status: 'draft', now: 1 });
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at }, by(2)));
  return postId;
}

test('each post is published when its own time has come, with that date, and no other post with it', () => {
  const [late, early] = [buildScheduled(200), buildScheduled(100)];
  const { postId: draft } = buildPost(site.db, { status: 'draft', now: 1 });
  const before = rowOf(draft);
  expect(publishDuePosts(site.db, 99)).toEqual([]);
  expect(publishDuePosts(site.db, 100)).toEqual([early]);
  expect(rowOf(early)).toMatchObject({
    status: 'published',
    publishedAt: 100,
    updatedAt: 100,
    scheduledAt: null,
  });
  expect(rowOf(late)).toMatchObject({ status: 'scheduled', scheduledAt: 200, publishedAt: null });
  expect(rowOf(draft)).toEqual(before);
});

test('the oldest of several due posts is published first, each with its own text and time', () => {
  const [late, early] = [buildScheduled(200), buildScheduled(100)];
  const frozen = rowOf(late)?.scheduledRevisionId;
  expect(publishDuePosts(site.db, 300)).toEqual([early, late]);
  expect(rowOf(early)?.publishedAt).toBe(100);
  expect(rowOf(late)).toMatchObject({ publishedAt: 200, liveRevisionId: frozen, scheduledRevisionId: null });
});

test('the next time is that of the earliest scheduled post; a draft has none', () => {
  expect(nextDueAt(site.db)).toBeNull();
  buildPost(site.db, { status: 'draft' });
  expect(nextDueAt(site.db)).toBeNull();
  buildScheduled(200);
  buildScheduled(100);
  expect(nextDueAt(site.db)).toBe(100);
});

test('an unscheduled post is a draft, or withdrawn if readers had it; the history of other posts does not change that', () => {
  buildPost(site.db);
  const draft = buildScheduled(100);
  requireValue(unschedulePost(site.db, { postId: draft }, by(3)));
  expect(rowOf(draft)).toMatchObject({ status: 'draft', scheduledAt: null, scheduledRevisionId: null });
  const { postId, version } = buildPost(site.db, { now: 1 });
  requireValue(withdrawPost(site.db, { postId }, by(2)));
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 100 }, by(3)));
  requireValue(unschedulePost(site.db, { postId }, by(4)));
  expect(rowOf(postId)?.status).toBe('withdrawn');
});
