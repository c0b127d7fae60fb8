import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { publishDuePosts } from '@/tools/testing/due-posts';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from '../admin-queries';
import { emptyWriting } from '../fields';
import { findMissing } from '../missing';
import { findPublishedPost, listPublishedPosts } from '../queries';
import { changeSlug } from './change-slug';
import { correctPost } from './correct-post';
import { linkTranslation } from './link-translation';
import { publishPost } from './publish-post';
import { saveDraft } from './save-draft';
import { schedulePost } from './schedule-post';
import { withdrawPost } from './withdraw-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const at = (now: number) => ({ actor: OPERATOR, now });
const slugOf = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get()?.slug ?? '';

describe('saving a draft', () => {
  test('refuses a save that names an older version, and keeps the newer text', () => {
    const { postId } = buildPost(site.db, { status: 'draft', headline: 'Newer' });
    const writing = { ...emptyWriting(), headline: 'Older', body: bodyOf('x') };
    expect(saveDraft(site.db, { postId, version: 1, writing }, at(1))).toMatchObject({
      ok: false,
      code: 'conflict',
    });
    expect(findDraft(site.db, postId)?.headline).toBe('Newer');
  });

  test('never changes what readers see', () => {
    const { postId, version } = buildPost(site.db, { headline: 'Live' });
    saveDraft(site.db, { postId, version, writing: { ...emptyWriting(), headline: 'Changed' } }, at(1));
    expect(findPublishedPost(site.db, slugOf(postId))?.headline).toBe('Live');
    expect(findDraft(site.db, postId)?.hasUnpublishedChanges).toBe(true);
  });

  test('refuses an author that does not exist', () => {
    const { postId, version } = buildPost(site.db);
    const writing = { ...emptyWriting(), byline: [{ authorId: 99, name: 'Nobody' }] };
    expect(saveDraft(site.db, { postId, version, writing }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
  });
});

describe('publishing', () => {
  test('keeps the first date when a post is published again', () => {
    const { postId, version } = buildPost(site.db, { now: 1000 });
    publishPost(site.db, { postId, draftVersion: version }, at(5000));
    expect(findPublishedPost(site.db, slugOf(postId))).toMatchObject({ publishedAt: 1000, updatedAt: 5000 });
  });

  test('derives a post’s slug from its headline, numbered when it is taken', () => {
    const first = buildPost(site.db, { headline: 'The river’s price' });
    const second = buildPost(site.db, { headline: 'The River’s Price' });
    expect([slugOf(first.postId), slugOf(second.postId)]).toEqual(['the-rivers-price', 'the-rivers-price-2']);
  });

  test('keeps Khmer headlines whole in the slug', () => {
    const { postId } = buildPost(site.db, { headline: 'ស្ពានរបស់យើង', language: 'km' });
    expect(slugOf(postId)).toBe('ស្ពានរបស់យើង');
  });

  test('refuses a post without a headline', () => {
    const { postId, version } = buildPost(site.db, { headline: ' ', status: 'draft' });
    expect(publishPost(site.db, { postId, draftVersion: version }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
  });

  test('lists the post under its topic and its author', () => {
    const { topicId } = buildTopic(site.db);
    const { authorId } = buildAuthor(site.db, 'Dara Lim');
    const { postId } = buildPost(site.db, { topicIds: [topicId], byline: [{ authorId, name: 'Dara Lim' }] });
    for (const filter of [{ topicId }, { authorId }, {}]) {
      expect(listPublishedPosts(site.db, filter).posts.map((post) => post.id)).toEqual([postId]);
    }
  });
});

describe('withdrawing', () => {
  test('removes the post from lists and answers that it is gone', () => {
    const { postId } = buildPost(site.db);
    withdrawPost(site.db, { postId }, at(2));
    expect(listPublishedPosts(site.db, {}).total).toBe(0);
    expect(findMissing(site.db, `/${slugOf(postId)}`)).toEqual({ kind: 'gone' });
  });
});

describe('changing the slug', () => {
  test('redirects every former address to the new one', () => {
    const { postId } = buildPost(site.db, { headline: 'First' });
    changeSlug(site.db, { postId, slug: 'second' }, at(2));
    changeSlug(site.db, { postId, slug: 'third' }, at(3));
    for (const former of ['/first', '/second']) {
      expect(findMissing(site.db, former)).toEqual({ kind: 'redirect', location: '/third' });
    }
  });

  test('refuses an address that another post ever had', () => {
    const first = buildPost(site.db, { headline: 'First' });
    changeSlug(site.db, { postId: first.postId, slug: 'second' }, at(2));
    const other = buildPost(site.db, { headline: 'Other' });
    expect(changeSlug(site.db, { postId: other.postId, slug: 'first' }, at(3))).toMatchObject({ ok: false });
    expect(changeSlug(site.db, { postId: other.postId, slug: 'admin' }, at(3))).toMatchObject({ ok: false });
  });
});

describe('scheduling', () => {
  test('publishes the frozen text at its time, not later edits', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'Frozen' });
    schedulePost(site.db, { postId, draftVersion: version, at: 9000 }, at(1000));
    saveDraft(site.db, { postId, version, writing: { ...emptyWriting(), headline: 'Half a' } }, at(2000));
    expect(publishDuePosts(site.db, 8999)).toEqual([]);
    expect(publishDuePosts(site.db, 12_000)).toEqual([postId]);
    expect(findPublishedPost(site.db, 'frozen')).toMatchObject({ headline: 'Frozen', publishedAt: 9000 });
  });

  test('refuses a time that has passed', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    const outcome = schedulePost(site.db, { postId, draftVersion: version, at: 999 }, at(1000));
    expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
  });
});

test('each of two translations links to the other once both are live', () => {
  const english = buildPost(site.db, { headline: 'Bridge' });
  const khmer = buildPost(site.db, { headline: 'ស្ពាន', language: 'km' });
  linkTranslation(site.db, { postId: khmer.postId, translationOfPostId: english.postId }, at(2));
  expect(findPublishedPost(site.db, 'bridge')?.translations).toMatchObject([
    { language: 'km', slug: 'ស្ពាន' },
  ]);
  expect(findPublishedPost(site.db, 'ស្ពាន')?.translations).toMatchObject([
    { language: 'en', slug: 'bridge' },
  ]);
});

test('a correction is shown on the live post with its date', () => {
  const { postId } = buildPost(site.db, { headline: 'Sums' });
  correctPost(site.db, { postId, note: 'The bridge costs two million, not three.' }, at(7000));
  expect(findPublishedPost(site.db, 'sums')?.corrections).toMatchObject([{ publishedAt: 7000 }]);
});
