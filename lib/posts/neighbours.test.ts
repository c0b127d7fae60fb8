import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
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
