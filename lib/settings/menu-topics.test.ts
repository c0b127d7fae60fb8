import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { updateTopic } from '@/lib/labels/topics';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { readSite } from './site';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const context = { actor: OPERATOR, now: 1 };
const inMenu = () => readSite(site.db).menuTopics.map(({ slug }) => slug);

test('the menu has the topics that readers can find posts in', () => {
  const { topicId } = buildTopic(site.db, 'Rivers');
  buildTopic(site.db, 'Empty');
  expect(inMenu()).toEqual([]);
  const { postId } = buildPost(site.db, { topicIds: [topicId] });
  expect(readSite(site.db).menuTopics).toEqual([
    { slug: 'rivers', name: { en: 'Rivers' }, languages: ['en'] },
  ]);
  const khmer = buildPost(site.db, { topicIds: [topicId], language: 'km' });
  expect(readSite(site.db).menuTopics).toMatchObject([{ slug: 'rivers', languages: ['en', 'km'] }]);
  requireValue(withdrawPost(site.db, { postId }, context));
  expect(readSite(site.db).menuTopics).toMatchObject([{ slug: 'rivers', languages: ['km'] }]);
  requireValue(withdrawPost(site.db, { postId: khmer.postId }, context));
  expect(inMenu()).toEqual([]);
});

test('a topic that its owner took out of the menu is not in it', () => {
  const { topicId } = buildTopic(site.db, 'Rivers');
  buildPost(site.db, { topicIds: [topicId] });
  const topic = { id: topicId, name: { en: 'Rivers' }, description: {} };
  requireValue(updateTopic(site.db, { ...topic, isInMenu: false }, context));
  expect(inMenu()).toEqual([]);
  requireValue(updateTopic(site.db, { ...topic, isInMenu: true }, context));
  expect(inMenu()).toEqual(['rivers']);
});
