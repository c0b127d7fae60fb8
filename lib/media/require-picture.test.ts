import { expect, test } from 'vitest';
import { createAuthor } from '@/lib/labels/authors';
import { createTopic } from '@/lib/labels/topics';
import { createSeries } from '@/lib/series/series';
import { contextAt } from '@/tools/testing/actors';
import { openTestSite } from '@/tools/testing/test-site';

test('a topic, an author and a series with a picture that was deleted are refused', () => {
  const site = openTestSite();
  const gone = { name: { en: 'Rivers' }, mediaId: 'deleted' };
  const context = contextAt(1);
  const refused = { ok: false, code: 'not_found', key: 'pictureGone' };
  expect(createTopic(site.db, { ...gone, description: {} }, context)).toMatchObject(refused);
  expect(createAuthor(site.db, { ...gone, biography: {} }, context)).toMatchObject(refused);
  expect(createSeries(site.db, { ...gone, description: {} }, context)).toMatchObject(refused);
  site.close();
});
