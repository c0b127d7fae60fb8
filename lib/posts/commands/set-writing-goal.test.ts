import { afterEach, beforeEach, expect, test } from 'vitest';
import { site as siteTable, writingGoals } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from '../admin-queries';
import { binPost } from './bin-post';
import { duplicatePost } from './duplicate-post';
import { purgePost } from './purge-post';
import { setWritingGoal, WritingGoal } from './set-writing-goal';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const goalOf = (postId: number) => findDraft(site.db, postId)?.wordGoal;

test('a goal is set, changed and removed; a post has none at first', () => {
  const { postId } = buildPost(site.db);
  expect(goalOf(postId)).toBeNull();
  for (const goal of [800, 900, null, null]) {
    requireValue(setWritingGoal(site.db, { postId, goal }, at(1)));
    expect(goalOf(postId)).toBe(goal);
  }
});

test('a goal changes nothing but itself: no version of the text, no page, no list', () => {
  const { postId } = buildPost(site.db);
  const rows = () =>
    ['drafts', 'revisions', 'restore_points', 'posts', 'desk_posts'].map((table) =>
      site.db.$client.prepare(`select * from ${table}`).all(),
    );
  const version = () => site.db.select().from(siteTable).get()?.contentVersion;
  const before = [version(), rows()];
  requireValue(setWritingGoal(site.db, { postId, goal: 800 }, at(99)));
  expect([version(), rows()]).toEqual(before);
});

test('a copy of a post has no goal, and a goal goes with its post', () => {
  const { postId } = buildPost(site.db);
  requireValue(setWritingGoal(site.db, { postId, goal: 800 }, at(1)));
  const copy = requireValue(duplicatePost(site.db, { postId }, at(1)));
  expect(goalOf(copy.postId)).toBeNull();
  requireValue(binPost(site.db, { postId }, at(1)));
  requireValue(purgePost(site.db, { postId }, at(1)));
  expect(site.db.select().from(writingGoals).all()).toEqual([]);
});

test.each([0, -5, 1.5, 100_001, '800'])('%j is no goal', (goal) => {
  expect(WritingGoal.safeParse(goal).success).toBe(false);
});
