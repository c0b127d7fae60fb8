import { afterEach, beforeEach, expect, test } from 'vitest';
import { media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { findMediaFacts } from '@/lib/media/queries';
import { mediaRow } from '@/tools/testing/command-table';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { statementsOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { linkTranslation } from './commands/link-translation';
import { withdrawPost } from './commands/withdraw-post';
import { findNeighbours } from './neighbours';
import { findPublishedPost } from './queries';

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

function neighboursOf(slug: string) {
  const post = findPublishedPost(site.db, slug);
  if (!post) throw new Error(`No post at ${slug}.`);
  return findNeighbours(site.db, post);
}

test('a post links to the previous and next posts in its own language', () => {
  buildPost(site.db, { slug: 'first', headline: 'First', now: 1000 });
  buildPost(site.db, { slug: 'khmer', language: 'km', now: 2000 });
  buildPost(site.db, { slug: 'middle', now: 3000 });
  buildPost(site.db, { slug: 'about', kind: 'page', now: 3500 });
  buildPost(site.db, { slug: 'last', headline: 'Last', now: 3000 });
  const { previous, next } = neighboursOf('middle');
  expect(previous).toEqual({ slug: 'first', headline: 'First' });
  expect(next).toEqual({ slug: 'last', headline: 'Last' });
  expect(neighboursOf('first').previous).toBeNull();
  expect(neighboursOf('last').next).toBeNull();
});

test('the post that shares most topics is closest, then one that shares an author, newer first', () => {
  const rivers = buildTopic(site.db).topicId;
  const roads = buildTopic(site.db).topicId;
  const byline = [{ authorId: buildAuthor(site.db).authorId, name: 'Nita' }];
  buildPost(site.db, { slug: 'unrelated', now: 9000 });
  buildPost(site.db, { slug: 'author', byline, now: 8000 });
  buildPost(site.db, { slug: 'one-topic', topicIds: [rivers], now: 1000 });
  buildPost(site.db, { slug: 'one-topic-newer', topicIds: [roads], now: 2000 });
  buildPost(site.db, { slug: 'both', topicIds: [rivers, roads], now: 500 });
  buildPost(site.db, { slug: 'here', topicIds: [rivers, roads], byline, now: 3000 });
  const slugs = neighboursOf('here').related.map(({ slug }) => slug);
  expect(slugs).toEqual(['both', 'one-topic-newer', 'one-topic']);
});

test('a withdrawn post, a translation and the post itself are not related', () => {
  const topicIds = [buildTopic(site.db).topicId];
  const here = buildPost(site.db, { slug: 'here', topicIds });
  const gone = buildPost(site.db, { slug: 'gone', topicIds });
  const other = buildPost(site.db, { slug: 'other', language: 'km', topicIds });
  const context = { actor: OPERATOR, now: Date.now() };
  requireValue(withdrawPost(site.db, { postId: gone.postId }, context));
  requireValue(linkTranslation(site.db, { postId: here.postId, translationOfPostId: other.postId }, context));
  expect(neighboursOf('here').related).toEqual([]);
});

test('more posts of an author are shown with date and names, without those that are related already', () => {
  const byline = [{ authorId: buildAuthor(site.db, 'Nita').authorId, name: 'Nita S.' }];
  const topicIds = [buildTopic(site.db).topicId];
  for (let n = 0; n < 4; n += 1) buildPost(site.db, { slug: `hers-${n}`, byline, now: 1000 + n });
  for (let n = 0; n < 3; n += 1) buildPost(site.db, { slug: `topic-${n}`, topicIds, byline, now: 2000 + n });
  buildPost(site.db, { slug: 'here', topicIds, byline, now: 3000 });
  const { related, moreBy } = neighboursOf('here');
  expect(related.map(({ slug }) => slug)).toEqual(['topic-2', 'topic-1', 'topic-0']);
  expect(related[0]).toMatchObject({ publishedAt: 2002, names: ['Nita S.'], picture: null });
  expect(moreBy).toMatchObject({ slug: 'nita', name: 'Nita S.' });
  expect(moreBy?.posts.map(({ slug }) => slug)).toEqual(['hers-3', 'hers-2', 'hers-1']);
});

test('a related post has its lead picture, and all of it is one statement', () => {
  const topicIds = [buildTopic(site.db).topicId];
  const { postId } = buildPost(site.db, { slug: 'other', topicIds });
  site.db.insert(media).values(mediaRow('one')).run();
  site.db.$client.prepare("update revisions set lead_media_id = 'one' where post_id = ?").run(postId);
  buildPost(site.db, { slug: 'here', topicIds });
  expect(neighboursOf('here').related[0]?.picture).toEqual(findMediaFacts(site.db, ['one']).get('one'));
  const post = findPublishedPost(site.db, 'here');
  expect(statementsOf(site.db, () => post && findNeighbours(site.db, post))).toHaveLength(1);
});

test('the months of the archive are those of a language, if one is given', () => {
  buildPost(site.db, { slug: 'english', now: Date.UTC(2025, 1, 3) });
  buildPost(site.db, { slug: 'khmer', language: 'km', now: Date.UTC(2025, 5, 3) });
  const post = findPublishedPost(site.db, 'khmer');
  const monthsIn = (language?: 'km') =>
    post && findNeighbours(site.db, post, language).months.map(({ period }) => period);
  expect(monthsIn()).toEqual(['2025-02', '2025-06']);
  expect(monthsIn('km')).toEqual(['2025-06']);
});
