import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { posts, site as siteTable } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { unlistPost } from '@/lib/posts/commands/unlist-post';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { findNeighbours } from '@/lib/posts/neighbours';
import { findPreviewPost, findPublishedPost } from '@/lib/posts/queries';
import { buildPost, buildSeries, type PostOverrides } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { movePart, putIntoSeries, removeFromSeries } from './arrange-parts';
import { listArrangedParts, listLiveParts } from './parts';
import { createSeries, deleteSeries, findSeries, listSeriesInUse, updateSeries } from './series';

let site: TestSite;
let seriesId: number;
beforeEach(() => {
  site = openTestSite();
  seriesId = buildSeries(site.db, 'Letters').seriesId;
});
afterEach(() => site.close());

const context = { actor: OPERATOR, now: 5000 };

/** Builds a post at `slug` in the series; without a position it is the last part. */
function buildPart(slug: string, overrides: PostOverrides = {}, part?: number): number {
  const { postId } = buildPost(site.db, { slug, headline: slug, ...overrides });
  requireValue(putIntoSeries(site.db, { postId, seriesId, part }, context));
  return postId;
}

const arranged = () => listArrangedParts(site.db).map(({ part, headline }) => `${part} ${headline}`);

function livePartsFor(language: 'en' | 'km') {
  const { parts } = listLiveParts(site.db, { seriesId, language, page: 1, perPage: 20 });
  return parts.map(({ part, post }) => `${part} ${post.slug}`);
}

function seriesAt(slug: string) {
  const post = findPublishedPost(site.db, slug);
  if (!post) throw new Error(`No post at ${slug}.`);
  return findNeighbours(site.db, post).series;
}

describe('arranging', () => {
  test('a post is added at the end or at a position, and the parts after it move down', () => {
    buildPart('one');
    buildPart('three');
    buildPart('two', {}, 2);
    buildPart('zero', {}, 0);
    expect(arranged()).toEqual(['1 zero', '2 one', '3 two', '4 three']);
  });

  test('a part moves one position at a time, and stays at the ends', () => {
    const one = buildPart('one');
    buildPart('two');
    buildPart('three');
    requireValue(movePart(site.db, { postId: one, by: 1 }, context));
    expect(arranged()).toEqual(['1 two', '2 one', '3 three']);
    requireValue(movePart(site.db, { postId: one, by: 1 }, context));
    requireValue(movePart(site.db, { postId: one, by: 1 }, context));
    expect(arranged()).toEqual(['1 two', '2 three', '3 one']);
    requireValue(movePart(site.db, { postId: one, by: -1 }, context));
    expect(arranged()).toEqual(['1 two', '2 one', '3 three']);
  });

  test('the parts after a removed one move up; in another series it is added at the end', () => {
    const one = buildPart('one');
    buildPart('two');
    const other = buildSeries(site.db, 'Others').seriesId;
    requireValue(putIntoSeries(site.db, { postId: one, seriesId: other }, context));
    expect(listArrangedParts(site.db)).toMatchObject([
      { headline: 'one', part: 1, seriesId: other },
      { headline: 'two', part: 1, seriesId },
    ]);
    requireValue(removeFromSeries(site.db, { postId: one }, context));
    expect(arranged()).toEqual(['1 two']);
    expect(movePart(site.db, { postId: one, by: 1 }, context)).toMatchObject({ code: 'conflict' });
  });

  test('each language numbers its parts separately', () => {
    buildPart('one');
    buildPart('មួយ', { language: 'km' });
    buildPart('two');
    expect(arranged()).toEqual(['1 one', '2 two', '1 មួយ']);
  });

  test('a post in the bin has no position among the parts', () => {
    buildPart('one');
    const binned = buildPart('binned');
    const three = buildPart('three');
    site.db.update(posts).set({ status: 'binned' }).where(eq(posts.id, binned)).run();
    requireValue(movePart(site.db, { postId: three, by: -1 }, context));
    expect(arranged()).toEqual(['1 three', '2 one']);
  });

  test('a fixed page cannot be a part, and a deleted series accepts no parts', () => {
    const { postId } = buildPost(site.db, { kind: 'page' });
    expect(putIntoSeries(site.db, { postId, seriesId }, context)).toMatchObject({ code: 'invalid' });
    const post = buildPost(site.db);
    expect(putIntoSeries(site.db, { postId: post.postId, seriesId: 99 }, context)).toMatchObject({
      code: 'not_found',
    });
  });
});

describe('what readers get', () => {
  test('a post names the live parts in its language, and its own position', () => {
    buildPart('one');
    buildPart('draft', { status: 'draft' });
    const withdrawn = buildPart('withdrawn');
    const unlisted = buildPart('unlisted');
    buildPart('មួយ', { language: 'km' });
    buildPart('two');
    requireValue(withdrawPost(site.db, { postId: withdrawn }, context));
    requireValue(unlistPost(site.db, { postId: unlisted }, context));
    expect(seriesAt('two')).toEqual({
      slug: 'letters',
      name: { en: 'Letters' },
      parts: [
        { slug: 'one', headline: 'one' },
        { slug: 'two', headline: 'two' },
      ],
      at: 1,
    });
    expect(seriesAt('unlisted')).toBeNull();
    expect(livePartsFor('en')).toEqual(['1 one', '2 two', '1 មួយ']);
    expect(livePartsFor('km')).toEqual(['1 មួយ', '1 one', '2 two']);
  });

  test('the only live part is shown like any other post', () => {
    buildPart('one');
    buildPart('draft', { status: 'draft' });
    expect(seriesAt('one')).toBeNull();
  });

  test('a draft shows its future position in its preview', () => {
    buildPart('one');
    const draft = buildPart('draft', { status: 'draft' });
    buildPart('two');
    const preview = findPreviewPost(site.db, draft, 1);
    expect(preview && findNeighbours(site.db, preview).series).toMatchObject({ at: 1, parts: { length: 3 } });
  });

  test('the parts are not listed again as related posts', () => {
    const topicIds = [1];
    site.db.$client.exec("insert into topics (id, slug, name) values (1, 'a', '{}')");
    buildPart('one', { topicIds });
    buildPart('two', { topicIds });
    buildPost(site.db, { slug: 'other', topicIds });
    const post = findPublishedPost(site.db, 'one');
    expect(post && findNeighbours(site.db, post).related.map(({ slug }) => slug)).toEqual(['other']);
  });

  test('a long series has pages with continuous numbers', () => {
    for (let n = 1; n <= 5; n += 1) buildPart(`part-${n}`);
    const { parts, total } = listLiveParts(site.db, { seriesId, language: 'en', page: 2, perPage: 2 });
    expect([total, ...parts.map(({ part, post }) => `${part} ${post.slug}`)]).toEqual([
      5,
      '3 part-3',
      '4 part-4',
    ]);
  });

  test('a series is listed while it has a live part in that language', () => {
    const slugs = (language?: 'en' | 'km') => listSeriesInUse(site.db, language).map(({ slug }) => slug);
    buildPart('draft', { status: 'draft' });
    expect(slugs()).toEqual([]);
    buildPart('one');
    expect([slugs(), slugs('en'), slugs('km')]).toEqual([['letters'], ['letters'], []]);
  });

  test('a change of the parts appears at the next request; one among drafts changes nothing', () => {
    const version = () => site.db.select().from(siteTable).get()?.contentVersion ?? 0;
    const draft = buildPost(site.db, { status: 'draft' }).postId;
    const live = buildPost(site.db).postId;
    const before = version();
    requireValue(putIntoSeries(site.db, { postId: draft, seriesId }, context));
    expect(version()).toBe(before);
    requireValue(putIntoSeries(site.db, { postId: live, seriesId }, context));
    expect(version()).toBeGreaterThan(before);
  });
});

describe('a series itself', () => {
  test('derives its slug from its name, numbered if it is taken, and keeps a chosen one', () => {
    const again = requireValue(createSeries(site.db, { name: { en: 'Letters' }, description: {} }, context));
    expect(findSeries(site.db, 'letters-2')?.id).toBe(again.seriesId);
    const words = { name: { en: 'Letters home' }, description: { en: 'By post.' }, slug: 'home' };
    requireValue(updateSeries(site.db, { id: again.seriesId, ...words }, context));
    expect(findSeries(site.db, 'home')).toMatchObject(words);
    expect(updateSeries(site.db, { id: 99, ...words }, context)).toMatchObject({ code: 'not_found' });
    expect(createSeries(site.db, { name: {}, description: {} }, context)).toMatchObject({ code: 'invalid' });
  });

  test('leaves its posts alone when it is deleted', () => {
    buildPart('one');
    buildPart('two');
    requireValue(deleteSeries(site.db, { id: seriesId }, context));
    expect(findSeries(site.db, 'letters')).toBeNull();
    expect(findPublishedPost(site.db, 'one')).toMatchObject({ seriesId: null, seriesPart: null });
    expect(seriesAt('two')).toBeNull();
    expect(deleteSeries(site.db, { id: seriesId }, context)).toMatchObject({ code: 'not_found' });
  });
});
