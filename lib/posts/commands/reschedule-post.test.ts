import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deskPosts } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { nextDueAt, publishDuePosts } from '@/tools/testing/due-posts';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findPostState } from '../admin-queries';
import { emptyWriting } from '../fields';
import { binPost } from './bin-post';
import { publishPost } from './publish-post';
import { saveDraft } from './save-draft';
import { reschedulePost, schedulePost, unschedulePost } from './schedule-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post, draft, live } = rowsOf(() => site.db);
const writing = (headline: string) => ({ ...emptyWriting(), headline, body: bodyOf(`${headline}.`) });

/** Builds a post that is scheduled for 100 and was edited since. @returns its id and the version of its draft. */
function buildScheduled() {
  const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'Of the evening', now: 1 });
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 100 }, at(2)));
  const saved = requireValue(
    saveDraft(site.db, { postId, version, writing: writing('Of the night') }, at(3)),
  );
  return { postId, draftVersion: saved.version };
}

test('a move changes the time alone: the scheduled text goes out then, and later edits stay in the draft', () => {
  const { postId } = buildScheduled();
  const [before, written] = [post(postId), draft(postId)];
  requireValue(reschedulePost(site.db, { postId, from: 100, at: 60 }, at(4)));
  expect(post(postId)).toEqual({ ...before, scheduledAt: 60 });
  // The index of drafts follows every command.
  expect(draft(postId)).toEqual({ ...written, indexedVersion: written?.version });
  expect(nextDueAt(site.db)).toBe(60);
  expect(findPostState(site.db, postId)).toMatchObject({ scheduledAt: 60, hasUnpublishedChanges: true });
  const inLists = site.db.select().from(deskPosts).where(eq(deskPosts.postId, postId)).get();
  expect(inLists?.ownDate).toBe(60);

  expect(publishDuePosts(site.db, 59)).toEqual([]);
  expect(publishDuePosts(site.db, 60)).toEqual([postId]);
  expect(post(postId)).toMatchObject({ status: 'published', publishedAt: 60 });
  expect(live(postId)?.headline).toBe('Of the evening');
  expect(draft(postId)?.headline).toBe('Of the night');
});

test('a move that is undone leaves everything as it was', () => {
  const { postId } = buildScheduled();
  const before = post(postId);
  requireValue(reschedulePost(site.db, { postId, from: 100, at: 200 }, at(4)));
  requireValue(reschedulePost(site.db, { postId, from: 200, at: 100 }, at(5)));
  expect(post(postId)).toEqual(before);
  expect(nextDueAt(site.db)).toBe(100);
});

test('a move into the past or to this moment is refused', () => {
  const { postId } = buildScheduled();
  for (const time of [49, 50])
    expect(reschedulePost(site.db, { postId, from: 100, at: time }, at(50))).toMatchObject({
      code: 'invalid',
      key: 'timePassed',
    });
  expect(post(postId)?.scheduledAt).toBe(100);
});

test('a move or an update that is based on an earlier time is refused, and changes nothing', () => {
  const { postId, draftVersion } = buildScheduled();
  requireValue(reschedulePost(site.db, { postId, from: 100, at: 200 }, at(4)));
  const before = post(postId);
  const refused = { ok: false, code: 'conflict', key: 'timeChangedElsewhere' };
  expect(reschedulePost(site.db, { postId, from: 100, at: 300 }, at(5))).toEqual(refused);
  expect(schedulePost(site.db, { postId, draftVersion, from: 100, at: 100 }, at(5))).toEqual(refused);
  expect(schedulePost(site.db, { postId, draftVersion, from: null, at: 100 }, at(5))).toEqual(refused);
  expect(post(postId)).toEqual(before);
  requireValue(schedulePost(site.db, { postId, draftVersion, from: 200, at: 200 }, at(5)));
  expect(post(postId)?.scheduledRevisionId).not.toBe(before?.scheduledRevisionId);
});

test('only a scheduled post can be moved', () => {
  const move = (postId: number) => reschedulePost(site.db, { postId, from: 100, at: 200 }, at(5));
  const unscheduled = buildScheduled();
  requireValue(unschedulePost(site.db, unscheduled, at(4)));
  const binned = buildScheduled();
  requireValue(binPost(site.db, binned, at(4)));
  for (const { postId } of [unscheduled, binned])
    expect(move(postId)).toMatchObject({ code: 'conflict', key: 'notScheduled' });
  const published = buildScheduled();
  requireValue(publishPost(site.db, published, at(4)));
  expect(move(published.postId)).toMatchObject({ code: 'conflict', key: 'alreadyPublished' });
});
