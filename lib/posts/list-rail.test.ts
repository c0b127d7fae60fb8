import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildPost, buildTopic } from '@/tools/testing/factories';
import { plansOf, statementsOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { listRail, RAIL_POSTS, RAIL_TOPICS } from './list-rail';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test('the newest posts are in the rail, without those that the page shows already', () => {
  for (let n = 0; n < RAIL_POSTS + 3; n += 1) buildPost(site.db, { slug: `p${n}`, now: 1000 - n });
  buildPost(site.db, { slug: 'about', kind: 'page', now: 2000 });
  buildPost(site.db, { slug: 'draft', status: 'draft', now: 2000 });
  const { recent } = listRail(site.db, { shown: ['p0', 'p2'] });
  expect(recent.map(({ slug }) => slug)).toEqual(['p1', 'p3', 'p4', 'p5', 'p6']);
  expect(listRail(site.db, { shown: null }).recent).toEqual([]);
});

test('of many topics those with the newest posts are in the rail, by name, without the one of the page', () => {
  buildTopic(site.db, 'Unused');
  for (let n = 0; n < RAIL_TOPICS + 3; n += 1) {
    const { topicId } = buildTopic(site.db, `T${String.fromCodePoint(97 + n)}`);
    buildPost(site.db, { topicIds: [topicId], now: 1000 + n });
  }
  const slugs = listRail(site.db, { shown: null, topicSlug: 'te' }).topics.map(({ slug }) => slug);
  expect(slugs).toEqual([...'cdfghijklmno'].map((letter) => `t${letter}`));
  expect(slugs).toHaveLength(RAIL_TOPICS);
});

test('the rail is one statement, which no number of posts makes longer', () => {
  const read = () => listRail(site.db, { shown: [] });
  expect(statementsOf(site.db, read)).toHaveLength(1);
  const [plan = ''] = plansOf(site.db, read);
  expect(plan).not.toMatch(/^SCAN (posts|revisions|topic_posts)\b/m);
});

test('a post in the newest month changes nothing in a rail without the newest posts', () => {
  const topicIds = [buildTopic(site.db, 'Rivers'), buildTopic(site.db, 'Walls')].map(
    ({ topicId }) => topicId,
  );
  const now = Date.UTC(2025, 3, 1);
  topicIds.forEach((topicId, n) => {
    buildPost(site.db, { topicIds: [topicId], now: now + n });
  });
  const raw = () => listRail(site.db, { shown: null });
  const before = raw();
  buildPost(site.db, { topicIds: topicIds.slice(0, 1), now: now + 5 });
  expect(raw()).toEqual(before);
});
