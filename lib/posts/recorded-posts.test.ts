import { afterEach, beforeEach, expect, test } from 'vitest';
import { media, mediaUses } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { mediaRow } from '@/tools/testing/command-table';
import { buildPost, type PostOverrides } from '@/tools/testing/factories';
import { plansOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { withdrawPost } from './commands/withdraw-post';
import { listRecordedPosts } from './recorded-posts';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
  for (const [id, kind] of [
    ['film', 'video'],
    ['talk', 'audio'],
    ['photo', 'picture'],
  ] as const)
    site.db
      .insert(media)
      .values({ ...mediaRow(id), kind })
      .run();
});
afterEach(() => site.close());

/** Builds a post whose live text or draft shows media. */
function showing(mediaIds: string[], overrides: PostOverrides, isLive = true) {
  const { postId } = buildPost(site.db, overrides);
  for (const mediaId of mediaIds) site.db.insert(mediaUses).values({ mediaId, postId, isLive }).run();
  return postId;
}

const slugsOn = (page: number, perPage = 20) =>
  listRecordedPosts(site.db, { page, perPage }).posts.map(({ slug }) => slug);

test('posts with a video or a recording are listed once each, newest first', () => {
  showing(['film', 'talk'], { slug: 'both', now: 1000 });
  showing(['talk'], { slug: 'talk', now: 3000, language: 'km' });
  showing(['film'], { slug: 'film', now: 2000 });
  showing(['photo'], { slug: 'photo', now: 4000 });
  showing(['film'], { slug: 'only-in-draft', now: 4000 }, false);
  showing(['film'], { slug: 'about', kind: 'page', now: 4000 });
  const postId = showing(['film'], { slug: 'withdrawn', now: 4000 });
  requireValue(withdrawPost(site.db, { postId }, { actor: OPERATOR, now: 5000 }));
  expect(slugsOn(1)).toEqual(['talk', 'film', 'both']);
  expect(slugsOn(2, 2)).toEqual(['both']);
  expect(listRecordedPosts(site.db, { page: 1, perPage: 2 }).total).toBe(3);
  const inKhmer = listRecordedPosts(site.db, { language: 'km', page: 1, perPage: 2 });
  expect([inKhmer.total, inKhmer.posts.map(({ slug }) => slug)]).toEqual([1, ['talk']]);
});

test('only recordings and what shows them are read', () => {
  showing(['film'], { now: 1000 });
  const [plan = ''] = plansOf(site.db, () => listRecordedPosts(site.db, { page: 1, perPage: 20 }));
  expect(plan).toContain('SCAN media USING INDEX media_recordings');
  expect(plan).toContain('SEARCH media_uses USING INDEX sqlite_autoindex_media_uses_1 (media_id=?)');
  expect(plan).toContain('SEARCH posts USING INTEGER PRIMARY KEY (rowid=?)');
});
