import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { redirects } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { goneMark } from '@/lib/gone-paths';
import { contextAt as at } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { BIN_KEEPS_DAYS, binPost, restoreFromBin } from './bin-post';
import { changeSlug } from './change-slug';
import { purgeOldBinned, purgePost, purgePosts } from './purge-post';
import { schedulePost } from './schedule-post';

const DAY_MS = 24 * 60 * 60 * 1000;

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post } = rowsOf(() => site.db);

describe('the bin', () => {
  test('remembers a post’s previous status, and accepts a post once', () => {
    const { postId } = buildPost(site.db);
    expect(restoreFromBin(site.db, { postId }, at(1))).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(binPost(site.db, { postId }, at(2)));
    expect(post(postId)).toMatchObject({ status: 'binned', statusBeforeBin: 'published', binnedAt: 2 });
    expect(binPost(site.db, { postId }, at(3))).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(restoreFromBin(site.db, { postId }, at(4)));
    expect(post(postId)).toMatchObject({ status: 'published', statusBeforeBin: null, binnedAt: null });
  });

  test.each([
    [9, 'scheduled', 10],
    [10, 'draft', null],
    [11, 'draft', null],
  ])('restores at %i a post that was scheduled for 10 as %s', (now, status, scheduledAt) => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 10 }, at(1)));
    requireValue(binPost(site.db, { postId }, at(2)));
    requireValue(restoreFromBin(site.db, { postId }, at(now)));
    expect(post(postId)).toMatchObject({ status, scheduledAt });
    expect(post(postId)?.scheduledRevisionId === null).toBe(scheduledAt === null);
  });

  test('is emptied only of posts whose time there is over', () => {
    const [old, fresh, kept] = [buildPost(site.db), buildPost(site.db), buildPost(site.db)];
    requireValue(binPost(site.db, old, at(1000)));
    requireValue(binPost(site.db, fresh, at(1001)));
    const now = 1000 + BIN_KEEPS_DAYS * DAY_MS;
    expect(BIN_KEEPS_DAYS).toBe(30);
    const purge = (at: number) => [old, fresh, kept].map(({ postId }) => purgeOldBinned(site.db, postId, at));
    expect(purge(now - 1)).toEqual([false, false, false]);
    expect(purge(now)).toEqual([true, false, false]);
    expect([old, fresh, kept].map(({ postId }) => post(postId)?.status)).toEqual([
      undefined,
      'binned',
      'published',
    ]);
  });

  test('is the only place to purge from; addresses that were public answer that the post is gone', () => {
    const { postId } = buildPost(site.db, { slug: 'one' });
    expect(purgePost(site.db, { postId }, at(1))).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(changeSlug(site.db, { postId, slug: 'two' }, at(1)));
    requireValue(binPost(site.db, { postId }, at(1)));
    site.db.insert(redirects).values({ path: '/one', postId: null }).run();
    const other = buildPost(site.db, { slug: 'other' });
    expect(purgePosts(site.db, { postIds: [postId, other.postId, 99] }, at(2))).toEqual({
      ok: true,
      value: { count: 1 },
    });
    expect(post(postId)).toBeUndefined();
    expect(post(other.postId)?.status).toBe('published');
    expect(site.db.select().from(redirects).all()).toEqual([
      { path: '/one', postId: null },
      { path: goneMark('/one'), postId: null },
      { path: goneMark('/two'), postId: null },
    ]);
  });
});
