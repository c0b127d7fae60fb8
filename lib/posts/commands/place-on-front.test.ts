import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { listFrontPosts, MOST_PICKS } from '../front-posts';
import { leaveFrontPlace, pickPost, pinPost } from './place-on-front';
import { unlistPost } from './unlist-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post } = rowsOf(() => site.db);
const build = (overrides: Parameters<typeof buildPost>[1] = {}) => buildPost(site.db, overrides).postId;
const pin = (postId: number, { until = null, now = 10 }: { until?: number | null; now?: number } = {}) =>
  pinPost(site.db, { postId, until }, at(now));

/** Returns the ids that a front page shows, by their place. */
function shown(language?: 'en' | 'km') {
  const { pinned, picks, posts } = listFrontPosts(site.db, { language, perPage: 20 });
  const ids = (all: { id: number }[]) => all.map(({ id }) => id);
  return { pinned: pinned?.id ?? null, picks: ids(picks), posts: ids(posts) };
}

test('a pinned post is at the top until it is unpinned, and is not listed twice', () => {
  const [old, newer] = [build({ now: 1 }), build({ now: 2 })];
  expect(shown()).toEqual({ pinned: null, picks: [], posts: [newer, old] });
  requireValue(pin(old));
  expect(shown()).toEqual({ pinned: old, picks: [], posts: [newer] });
  requireValue(leaveFrontPlace(site.db, { postId: old }, at(11)));
  expect(shown()).toEqual({ pinned: null, picks: [], posts: [newer, old] });
});

test('one post of each language is pinned, and an edition has its own', () => {
  const [one, two, khmer] = [build({ now: 1 }), build({ now: 2 }), build({ now: 3, language: 'km' })];
  requireValue(pin(one, { now: 10 }));
  requireValue(pin(khmer, { now: 11 }));
  requireValue(pin(two, { now: 12 }));
  expect(post(one)).toMatchObject({ frontPlace: null, frontPlacedAt: null });
  expect(shown('en').pinned).toBe(two);
  expect(shown('km').pinned).toBe(khmer);
  // The newest of several; the others keep their places by date.
  expect(shown()).toMatchObject({ pinned: two, posts: [khmer, one] });
});

test('a post that leaves the lists leaves the top of the front page', () => {
  const [one, two] = [build({ now: 1 }), build({ now: 2 })];
  requireValue(pin(one));
  requireValue(unlistPost(site.db, { postId: one }, at(20)));
  expect(shown()).toEqual({ pinned: null, picks: [], posts: [two] });
});

test('only listed posts can have a place, and only until a time to come', () => {
  const refused = { code: 'conflict', key: 'onlyListedOnFront' };
  for (const postId of [build({ status: 'draft' }), build({ kind: 'page' })]) {
    expect(pin(postId)).toMatchObject(refused);
    expect(pickPost(site.db, { postId }, at(10))).toMatchObject(refused);
  }
  expect(pin(build(), { until: 10 })).toMatchObject({ code: 'invalid', key: 'pinTimePassed' });
});

test('picks are shown newest first, and the oldest make room in their language alone', () => {
  const khmer = build({ language: 'km' });
  requireValue(pickPost(site.db, { postId: khmer }, at(5)));
  const all = Array.from({ length: MOST_PICKS + 1 }, () => build());
  for (const [index, postId] of all.entries()) requireValue(pickPost(site.db, { postId }, at(10 + index)));
  expect(shown('en').picks).toEqual(all.slice(1).reverse());
  expect(shown('km').picks).toEqual([khmer]);
  expect(shown().picks).toEqual(all.slice(1).reverse());
});

test('a pinned post that becomes a pick is no longer pinned', () => {
  const postId = build();
  requireValue(pin(postId, { until: 99 }));
  requireValue(pickPost(site.db, { postId }, at(11)));
  expect(post(postId)).toMatchObject({ frontPlace: 'picked', frontUntil: null });
  expect(shown()).toMatchObject({ pinned: null, picks: [postId] });
});
