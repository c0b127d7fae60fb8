import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from '../admin-queries';
import { emptyWriting } from '../fields';
import { findPublishedPost, listPublishedPosts } from '../queries';
import { publishCorrected, publishPost, publishUnlisted } from './publish-post';
import { saveDraft } from './save-draft';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const at = (now: number) => ({ actor: OPERATOR, now });

function change(postId: number, version: number) {
  const writing = { ...emptyWriting(), headline: 'Changed', body: bodyOf('Other words.') };
  saveDraft(site.db, { postId, version, writing }, at(2000));
  return { postId, draftVersion: version + 1 };
}

test('a post published as unlisted can be read at its address and is in no list', () => {
  const { postId, version } = buildPost(site.db, { slug: 'quiet', status: 'draft' });
  expect(publishUnlisted(site.db, { postId, draftVersion: version }, at(1000)).ok).toBe(true);
  expect(findPublishedPost(site.db, 'quiet')).toMatchObject({ isUnlisted: true, publishedAt: 1000 });
  expect(listPublishedPosts(site.db, {}).total).toBe(0);
});

test('changes with a correction are published together with its note', () => {
  const { postId, version } = buildPost(site.db, { slug: 'toll', now: 1000 });
  const draft = change(postId, version);
  expect(publishCorrected(site.db, { ...draft, note: ' Four, not forty. ' }, at(3000)).ok).toBe(true);
  expect(findPublishedPost(site.db, 'toll')).toMatchObject({
    headline: 'Changed',
    revisedAt: 3000,
    corrections: [{ note: 'Four, not forty.', publishedAt: 3000 }],
  });
});

test('a correction that cannot be published leaves no note, and one without words publishes nothing', () => {
  const { postId, version } = buildPost(site.db, { slug: 'toll', headline: 'Before' });
  const draft = change(postId, version);
  const stale = { postId, draftVersion: version, note: 'Four, not forty.' };
  expect(publishCorrected(site.db, stale, at(3000))).toMatchObject({ ok: false, code: 'conflict' });
  expect(publishCorrected(site.db, { ...draft, note: ' ' }, at(3000))).toMatchObject({ ok: false });
  expect(findPublishedPost(site.db, 'toll')).toMatchObject({ headline: 'Before', corrections: [] });
});

test('a draft that was never public cannot have a correction', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  const outcome = publishCorrected(site.db, { postId, draftVersion: version, note: 'x' }, at(1));
  expect(outcome).toMatchObject({ ok: false, code: 'invalid' });
  expect(findDraft(site.db, postId)?.status).toBe('draft');
});

test('a change without notice does not say that the words changed', () => {
  const { postId, version } = buildPost(site.db, { slug: 'form', now: 1000 });
  publishPost(site.db, { ...change(postId, version), isSilent: true }, at(3000));
  expect(findPublishedPost(site.db, 'form')).toMatchObject({ headline: 'Changed', revisedAt: null });
});
