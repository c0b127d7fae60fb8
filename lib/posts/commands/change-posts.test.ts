import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { posts } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { publishDuePosts } from '@/tools/testing/due-posts';
import { buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from '../admin-queries';
import { findMissing } from '../missing';
import { findPublishedPost, listPublishedPosts } from '../queries';
import { binPost, restoreFromBin } from './bin-post';
import { type Change, changePosts } from './change-posts';
import { duplicatePost } from './duplicate-post';
import { publishPost } from './publish-post';
import { purgeOldBinned, purgePost } from './purge-post';
import { saveDraft } from './save-draft';
import { schedulePost } from './schedule-post';

const DAY_MS = 24 * 60 * 60 * 1000;
let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());
const at = (now: number) => ({ actor: OPERATOR, now });
const rowOf = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get();
const change = (...changes: Change[]) => requireValue(changePosts(site.db, { changes }, at(50)));

describe('the bin', () => {
  test('hides a live post from readers, answers 410 at its address, and can be undone', () => {
    const { postId } = buildPost(site.db, { headline: 'Ferry', now: 10 });
    requireValue(binPost(site.db, { postId }, at(20)));
    expect(listPublishedPosts(site.db, {}).total).toBe(0);
    expect(findMissing(site.db, '/ferry')).toEqual({ kind: 'gone' });
    requireValue(restoreFromBin(site.db, { postId }, at(30)));
    expect(findPublishedPost(site.db, 'ferry')).toMatchObject({ publishedAt: 10, updatedAt: 10 });
    expect(rowOf(postId)).toMatchObject({ binnedAt: null, statusBeforeBin: null });
  });

  test('publishes nothing: a post that missed its time there is restored as a draft', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    schedulePost(site.db, { postId, draftVersion: version, at: 1000 }, at(1));
    binPost(site.db, { postId }, at(2));
    expect(publishDuePosts(site.db, 2000)).toEqual([]);
    restoreFromBin(site.db, { postId }, at(2000));
    expect(rowOf(postId)).toMatchObject({ status: 'draft', scheduledAt: null, scheduledRevisionId: null });
  });

  test('refuses to publish from there', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    binPost(site.db, { postId }, at(2));
    const outcome = publishPost(site.db, { postId, draftVersion: version }, at(3));
    expect(outcome).toMatchObject({ ok: false, code: 'conflict' });
  });

  test('is the only place from which a post is deleted permanently, and then its address stays gone', () => {
    const { postId } = buildPost(site.db, { headline: 'Gone' });
    expect(purgePost(site.db, { postId }, at(2))).toMatchObject({ ok: false, code: 'conflict' });
    binPost(site.db, { postId }, at(2));
    requireValue(purgePost(site.db, { postId }, at(3)));
    expect(rowOf(postId)).toBeUndefined();
    expect(findMissing(site.db, '/gone')).toEqual({ kind: 'gone' });
  });

  test('keeps a post for thirty days', () => {
    const { postId } = buildPost(site.db);
    binPost(site.db, { postId }, at(DAY_MS));
    expect(purgeOldBinned(site.db, postId, 31 * DAY_MS - 1)).toBe(false);
    expect(purgeOldBinned(site.db, postId, 31 * DAY_MS)).toBe(true);
    expect(rowOf(postId)).toBeUndefined();
  });
});

describe('many posts at once', () => {
  test('are moved to the bin from any status, and an undo restores each one’s status', () => {
    const live = buildPost(site.db).postId;
    const draft = buildPost(site.db, { status: 'draft' }).postId;
    const { count, undo } = change({ kind: 'bin', postIds: [live, draft, 999] });
    expect(count).toBe(2);
    expect([rowOf(live)?.status, rowOf(draft)?.status]).toEqual(['binned', 'binned']);
    change(...undo);
    expect([rowOf(live)?.status, rowOf(draft)?.status]).toEqual(['published', 'draft']);
  });

  test('are withdrawn, and an undo publishes them again with their date', () => {
    const { postId } = buildPost(site.db, { headline: 'Back', now: 10 });
    const { undo } = change({ kind: 'withdraw', postIds: [postId] });
    expect(findMissing(site.db, '/back')).toEqual({ kind: 'gone' });
    change(...undo);
    expect(findPublishedPost(site.db, 'back')?.publishedAt).toBe(10);
  });

  test('lose a topic for readers at once, without publishing unpublished text; an undo keeps the order of topics', () => {
    const first = buildTopic(site.db).topicId;
    const second = buildTopic(site.db).topicId;
    const { postId, version } = buildPost(site.db, { headline: 'Live', topicIds: [first, second] });
    const draft = findDraft(site.db, postId);
    const writing = { ...draft, headline: 'Half a thought' };
    requireValue(saveDraft(site.db, { postId, version, writing }, at(20)));
    const { undo } = change({ kind: 'removeTopic', postIds: [postId], topicId: first });
    expect(listPublishedPosts(site.db, { topicId: first }).total).toBe(0);
    expect(findPublishedPost(site.db, 'live')?.headline).toBe('Live');
    expect(findDraft(site.db, postId)).toMatchObject({ headline: 'Half a thought', version: version + 2 });
    change(...undo);
    expect(listPublishedPosts(site.db, { topicId: first }).total).toBe(1);
    expect(findDraft(site.db, postId)?.topicIds).toEqual([first, second]);
  });

  test('get an author’s name in the language of each', () => {
    const { authorId } = buildAuthor(site.db, 'Dara Lim');
    const { postId } = buildPost(site.db, { headline: 'Signed' });
    const { undo } = change({ kind: 'setAuthor', postIds: [postId], authorId });
    expect(findPublishedPost(site.db, 'signed')?.byline).toMatchObject([{ name: 'Dara Lim' }]);
    change(...undo);
    expect(findPublishedPost(site.db, 'signed')?.byline).toEqual([]);
  });

  test('change together or not at all', () => {
    const { postId } = buildPost(site.db);
    const changes: Change[] = [
      { kind: 'bin', postIds: [postId] },
      { kind: 'addTopic', postIds: [postId], topicId: 99 },
    ];
    expect(changePosts(site.db, { changes }, at(5))).toMatchObject({ ok: false, code: 'not_found' });
    expect(rowOf(postId)?.status).toBe('published');
  });
});

test('a duplicate is a new draft with the same text and neither date nor address', () => {
  const { postId } = buildPost(site.db, { headline: 'Bridge', standfirst: 'Why', seoTitle: 'Bridge!' });
  const copy = requireValue(duplicatePost(site.db, { postId }, at(9))).postId;
  expect(findDraft(site.db, copy)).toMatchObject({
    headline: 'Copy of Bridge',
    standfirst: 'Why',
    seoTitle: '',
    status: 'draft',
    slug: '',
    publishedAt: null,
    version: 1,
  });
});
