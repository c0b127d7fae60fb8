import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { nextDueAt, publishDuePosts } from '@/tools/testing/due-posts';
import { buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { changeSlug } from './change-slug';
import { datePost } from './date-post';
import { schedulePost, unschedulePost } from './schedule-post';
import { unlistPost } from './unlist-post';
import { withdrawPost } from './withdraw-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post, logged } = rowsOf(() => site.db);

describe('the address', () => {
  test('is parsed, and refused when it is another post’s', () => {
    const one = buildPost(site.db, { slug: 'one' });
    const other = buildPost(site.db, { slug: 'other' });
    expect(changeSlug(site.db, { postId: one.postId, slug: ' First Post ' }, at(1))).toEqual({
      ok: true,
      value: { postId: one.postId, slug: 'first-post' },
    });
    expect(changeSlug(site.db, { postId: other.postId, slug: 'first-post' }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
      key: 'addressTaken',
      values: { slug: 'first-post' },
    });
    expect(post(other.postId)?.slug).toBe('other');
    expect(changeSlug(site.db, { postId: one.postId, slug: 'first-post' }, at(1)).ok).toBe(true);
  });

  test('of a draft that was never public is also set from its headline at scheduling', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'To Come' });
    requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 9 }, at(1)));
    expect(post(postId)?.slug).toBe('to-come');
    const chosen = buildPost(site.db, { headline: 'Chosen', slug: 'mine' });
    expect(post(chosen.postId)?.slug).toBe('mine');
  });
});

describe('dates', () => {
  test('of first publication are in the past or now', () => {
    const { postId } = buildPost(site.db, { now: 50 });
    expect(datePost(site.db, { postId, publishedAt: 101 }, at(100))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(datePost(site.db, { postId, publishedAt: 100 }, at(100)).ok).toBe(true);
    expect(post(postId)?.publishedAt).toBe(100);
  });

  test('in the future are later than now, for a post that is not public', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    const schedule = (time: number) =>
      schedulePost(site.db, { postId, draftVersion: version, at: time }, at(100));
    expect(schedule(100)).toMatchObject({ ok: false, code: 'invalid' });
    expect(schedule(101).ok).toBe(true);
    expect(post(postId)).toMatchObject({ status: 'scheduled', scheduledAt: 101 });
    const public_ = buildPost(site.db);
    for (const prepare of [() => {}, () => requireValue(unlistPost(site.db, public_, at(1)))]) {
      prepare();
      expect(
        schedulePost(site.db, { postId: public_.postId, draftVersion: public_.version, at: 9e12 }, at(100)),
      ).toMatchObject({ ok: false, code: 'invalid' });
    }
  });

  test('are removed by unscheduling: the post becomes a draft, or withdrawn if readers had it', () => {
    const never = buildPost(site.db, { status: 'draft' });
    const once = buildPost(site.db);
    requireValue(withdrawPost(site.db, once, at(1)));
    for (const { postId, version } of [never, once])
      requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 9 }, at(1)));
    expect(nextDueAt(site.db)).toBe(9);
    for (const one of [never, once]) requireValue(unschedulePost(site.db, one, at(2)));
    expect(post(never.postId)).toMatchObject({
      status: 'draft',
      scheduledAt: null,
      scheduledRevisionId: null,
    });
    expect(post(once.postId)).toMatchObject({ status: 'withdrawn', scheduledAt: null });
    expect(unschedulePost(site.db, never, at(3))).toMatchObject({ ok: false, code: 'conflict' });
    expect(nextDueAt(site.db)).toBeNull();
  });

  test('that are due are published oldest first, at their time, to the millisecond', () => {
    const [late, early] = [30, 20].map((time) => {
      const { postId, version } = buildPost(site.db, { status: 'draft' });
      requireValue(schedulePost(site.db, { postId, draftVersion: version, at: time }, at(1)));
      return postId;
    });
    buildPost(site.db, { status: 'draft' });
    expect(publishDuePosts(site.db, 19)).toEqual([]);
    expect(nextDueAt(site.db)).toBe(20);
    expect(publishDuePosts(site.db, 30)).toEqual([early, late]);
    expect(post(early ?? 0)).toMatchObject({
      status: 'published',
      publishedAt: 20,
      updatedAt: 30,
      scheduledAt: null,
      scheduledRevisionId: null,
    });
    expect(post(early ?? 0)?.liveRevisionId).not.toBeNull();
    expect(publishDuePosts(site.db, 99)).toEqual([]);
    expect(logged()).toContain('publishScheduled');
  });
});
