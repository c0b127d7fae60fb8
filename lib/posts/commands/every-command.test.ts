import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { emptyWriting } from '../fields';
import { binPost, restoreFromBin } from './bin-post';
import { changeLanguage } from './change-language';
import { changeSlug } from './change-slug';
import { correctPost } from './correct-post';
import { datePost } from './date-post';
import { duplicatePost } from './duplicate-post';
import { linkTranslation } from './link-translation';
import { keepDraft, nameRestorePoint } from './name-restore-point';
import { leaveFrontPlace, pickPost, pinPost } from './place-on-front';
import { publishCorrected, publishPost, publishUnlisted } from './publish-post';
import { purgePost, purgePosts } from './purge-post';
import { restoreDraft } from './restore-draft';
import { saveAsNew } from './save-as-new';
import { saveDraft } from './save-draft';
import { reschedulePost, schedulePost, unschedulePost } from './schedule-post';
import { setRepublishing } from './set-republishing';
import { setWritingGoal } from './set-writing-goal';
import { relistPost, unlistPost } from './unlist-post';
import { withdrawPost } from './withdraw-post';

const GONE = { ok: false, code: 'not_found', key: 'postGone' };

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post, draft, live, logged } = rowsOf(() => site.db);

/** Every command on one post, with input that is valid for an existing post. */
const ON_ONE_POST: [string, (postId: number) => unknown][] = [
  ['binPost', (postId) => binPost(site.db, { postId }, at(1))],
  ['restoreFromBin', (postId) => restoreFromBin(site.db, { postId }, at(1))],
  ['changeLanguage', (postId) => changeLanguage(site.db, { postId, language: 'km' }, at(1))],
  ['changeSlug', (postId) => changeSlug(site.db, { postId, slug: 'a' }, at(1))],
  ['correctPost', (postId) => correctPost(site.db, { postId, note: 'a' }, at(1))],
  ['datePost', (postId) => datePost(site.db, { postId, publishedAt: 1 }, at(1))],
  ['duplicatePost', (postId) => duplicatePost(site.db, { postId }, at(1))],
  ['linkTranslation', (postId) => linkTranslation(site.db, { postId, translationOfPostId: null }, at(1))],
  ['setRepublishing', (postId) => setRepublishing(site.db, { postId, republishing: 'no' }, at(1))],
  ['setWritingGoal', (postId) => setWritingGoal(site.db, { postId, goal: 800 }, at(1))],
  ['keepDraft', (postId) => keepDraft(site.db, { postId, draftVersion: 1, name: 'a' }, at(1))],
  ['publishPost', (postId) => publishPost(site.db, { postId, draftVersion: 1 }, at(1))],
  ['publishUnlisted', (postId) => publishUnlisted(site.db, { postId, draftVersion: 1 }, at(1))],
  ['publishCorrected', (postId) => publishCorrected(site.db, { postId, draftVersion: 1, note: 'a' }, at(1))],
  ['purgePost', (postId) => purgePost(site.db, { postId }, at(1))],
  ['saveDraft', (postId) => saveDraft(site.db, { postId, version: 1, writing: emptyWriting() }, at(1))],
  ['schedulePost', (postId) => schedulePost(site.db, { postId, draftVersion: 1, at: 2 }, at(1))],
  ['reschedulePost', (postId) => reschedulePost(site.db, { postId, from: 2, at: 3 }, at(1))],
  ['unschedulePost', (postId) => unschedulePost(site.db, { postId }, at(1))],
  ['unlistPost', (postId) => unlistPost(site.db, { postId }, at(1))],
  ['relistPost', (postId) => relistPost(site.db, { postId }, at(1))],
  ['pinPost', (postId) => pinPost(site.db, { postId, until: null }, at(1))],
  ['pickPost', (postId) => pickPost(site.db, { postId }, at(1))],
  ['leaveFrontPlace', (postId) => leaveFrontPlace(site.db, { postId }, at(1))],
  ['withdrawPost', (postId) => withdrawPost(site.db, { postId }, at(1))],
  [
    'restoreDraft',
    (postId) => restoreDraft(site.db, { postId, draftVersion: 1, text: { kind: 'revision', id: 1 } }, at(1)),
  ],
];

test.each(ON_ONE_POST)('%s refuses a post that does not exist, and changes no other', (_name, run) => {
  buildPost(site.db);
  const before = JSON.stringify([post(1), draft(1)]);
  expect(run(99)).toEqual(GONE);
  expect(JSON.stringify([post(1), draft(1)])).toBe(before);
});

describe('a command on one post', () => {
  /** Returns the state of another post, which must not change. */
  const state = (postId: number) => JSON.stringify([post(postId), draft(postId), live(postId)]);

  test('leaves every other post as it was', () => {
    const one = buildPost(site.db, { slug: 'one' });
    const other = buildPost(site.db, { slug: 'other' });
    const unlisted = buildPost(site.db, { slug: 'unlisted' });
    requireValue(unlistPost(site.db, { postId: unlisted.postId }, at(5)));
    const hidden = buildPost(site.db, { slug: 'hidden', status: 'draft' });
    requireValue(
      schedulePost(site.db, { postId: hidden.postId, draftVersion: hidden.version, at: 9e12 }, at(5)),
    );
    const bystanders = [other, unlisted, hidden].map(({ postId }) => postId);
    const before = bystanders.map(state);
    const { postId, version } = one;
    const writing = { ...emptyWriting(), headline: 'New', body: bodyOf('New.') };
    for (const outcome of [
      changeLanguage(site.db, { postId, language: 'km' }, at(10)),
      changeSlug(site.db, { postId, slug: 'first' }, at(10)),
      datePost(site.db, { postId, publishedAt: 3 }, at(10)),
      saveDraft(site.db, { postId, version, writing }, at(10)),
      publishPost(site.db, { postId, draftVersion: version + 1 }, at(11)),
      unlistPost(site.db, { postId }, at(12)),
      relistPost(site.db, { postId }, at(13)),
      withdrawPost(site.db, { postId }, at(14)),
      schedulePost(site.db, { postId, draftVersion: version + 1, at: 20 }, at(15)),
      unschedulePost(site.db, { postId }, at(16)),
      binPost(site.db, { postId }, at(17)),
      restoreFromBin(site.db, { postId }, at(18)),
      binPost(site.db, { postId }, at(19)),
      purgePost(site.db, { postId }, at(20)),
    ]) {
      requireValue<unknown>(outcome);
    }
    expect(bystanders.map(state)).toEqual(before);
    expect(post(postId)).toBeUndefined();
  });

  test('is in the log under its own name', () => {
    const { postId, version } = buildPost(site.db);
    const writing = { ...emptyWriting(), headline: 'New', body: bodyOf('New.') };
    requireValue(saveDraft(site.db, { postId, version, writing }, at(2)));
    requireValue(publishCorrected(site.db, { postId, draftVersion: version + 1, note: 'N' }, at(2)));
    const text = { kind: 'revision', id: 1 } as const;
    requireValue(restoreDraft(site.db, { postId, draftVersion: version + 1, text }, at(3)));
    const { restorePointId } = requireValue(
      keepDraft(site.db, { postId, draftVersion: version + 2, name: 'Kept' }, at(3)),
    );
    requireValue(nameRestorePoint(site.db, { postId, restorePointId, name: 'Other' }, at(3)));
    for (const run of [
      unlistPost,
      relistPost,
      withdrawPost,
      binPost,
      restoreFromBin,
      duplicatePost,
      binPost,
      purgePost,
    ])
      requireValue<unknown>(run(site.db, { postId }, at(4)));
    const other = buildPost(site.db, { status: 'draft' });
    const { postId: otherId, version: draftVersion } = other;
    requireValue(schedulePost(site.db, { postId: otherId, draftVersion, at: 9 }, at(5)));
    requireValue(unschedulePost(site.db, { postId: otherId }, at(5)));
    requireValue(publishUnlisted(site.db, { postId: otherId, draftVersion }, at(5)));
    requireValue(correctPost(site.db, { postId: otherId, note: 'N' }, at(5)));
    requireValue(changeSlug(site.db, { postId: otherId, slug: 'other' }, at(5)));
    requireValue(changeLanguage(site.db, { postId: otherId, language: 'km' }, at(5)));
    requireValue(datePost(site.db, { postId: otherId, publishedAt: 1 }, at(5)));
    requireValue(linkTranslation(site.db, { postId: otherId, translationOfPostId: null }, at(5)));
    requireValue(setRepublishing(site.db, { postId: otherId, republishing: 'no' }, at(5)));
    expect(post(otherId)?.republishing).toBe('no');
    requireValue(saveAsNew(site.db, { language: 'en', writing: emptyWriting() }, at(5)));
    requireValue(purgePosts(site.db, { postIds: [] }, at(5)));
    expect(logged().filter((name, index) => logged().indexOf(name) === index)).toEqual([
      'createPost',
      'saveDraft',
      'publishPost',
      'publishCorrected',
      'restoreDraft',
      'keepDraft',
      'nameRestorePoint',
      'unlistPost',
      'relistPost',
      'withdrawPost',
      'binPost',
      'restoreFromBin',
      'duplicatePost',
      'purgePost',
      'schedulePost',
      'unschedulePost',
      'publishUnlisted',
      'correctPost',
      'changeSlug',
      'changeLanguage',
      'datePost',
      'linkTranslation',
      'setRepublishing',
      'saveAsNew',
      'purgePosts',
    ]);
  });
});
