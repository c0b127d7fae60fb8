import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { audit, drafts, posts, redirects, restorePoints, revisions } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { deskStringsFor } from '@/lib/language/strings';
import { contextAt } from '@/tools/testing/actors';
import { nextDueAt, publishDuePosts } from '@/tools/testing/due-posts';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { emptyWriting } from '../fields';
import { BIN_KEEPS_DAYS, binPost, restoreFromBin } from './bin-post';
import { changeLanguage } from './change-language';
import { changeSlug } from './change-slug';
import { correctPost } from './correct-post';
import { createPost } from './create-post';
import { datePost } from './date-post';
import { duplicatePost } from './duplicate-post';
import { linkTranslation } from './link-translation';
import { keepDraft, nameRestorePoint } from './name-restore-point';
import { publishCorrected, publishPost, publishUnlisted } from './publish-post';
import { purgeOldBinned, purgePost, purgePosts } from './purge-post';
import { restoreDraft } from './restore-draft';
import { saveAsNew } from './save-as-new';
import { saveDraft } from './save-draft';
import { schedulePost, unschedulePost } from './schedule-post';
import { relistPost, unlistPost } from './unlist-post';
import { withdrawPost } from './withdraw-post';

const DAY_MS = 24 * 60 * 60 * 1000;
const GONE = { ok: false, code: 'not_found', key: 'postGone' };

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const at = (now: number, userId: number | null = null) => contextAt(now, userId);
const post = (postId: number) => site.db.select().from(posts).where(eq(posts.id, postId)).get();
const draft = (postId: number) => site.db.select().from(drafts).where(eq(drafts.postId, postId)).get();
const live = (postId: number) =>
  site.db
    .select()
    .from(revisions)
    .where(eq(revisions.id, post(postId)?.liveRevisionId ?? 0))
    .get();
const logged = () =>
  site.db
    .select()
    .from(audit)
    .all()
    .map(({ command }) => command);

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
  ['keepDraft', (postId) => keepDraft(site.db, { postId, draftVersion: 1, name: 'a' }, at(1))],
  ['publishPost', (postId) => publishPost(site.db, { postId, draftVersion: 1 }, at(1))],
  ['publishUnlisted', (postId) => publishUnlisted(site.db, { postId, draftVersion: 1 }, at(1))],
  ['publishCorrected', (postId) => publishCorrected(site.db, { postId, draftVersion: 1, note: 'a' }, at(1))],
  ['purgePost', (postId) => purgePost(site.db, { postId }, at(1))],
  ['saveDraft', (postId) => saveDraft(site.db, { postId, version: 1, writing: emptyWriting() }, at(1))],
  ['schedulePost', (postId) => schedulePost(site.db, { postId, draftVersion: 1, at: 2 }, at(1))],
  ['unschedulePost', (postId) => unschedulePost(site.db, { postId }, at(1))],
  ['unlistPost', (postId) => unlistPost(site.db, { postId }, at(1))],
  ['relistPost', (postId) => relistPost(site.db, { postId }, at(1))],
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
      'saveAsNew',
      'purgePosts',
    ]);
  });
});

describe('creating', () => {
  test('creates an empty draft in the first language, with its creator in the byline', () => {
    const userId = buildUser(site.db);
    site.db.$client.exec(
      `insert into authors (slug, name, biography, links, user_id) values ('stranger', '{"en":"S"}', '{}', '[]', null), ('dara', '{"en":"Dara","km":"ដារ៉ា"}', '{}', '[]', ${userId})`,
    );
    const { postId } = requireValue(createPost(site.db, {}, at(7, userId)));
    expect(post(postId)).toMatchObject({
      language: 'en',
      kind: 'post',
      status: 'draft',
      createdAt: 7,
      createdBy: userId,
      isSample: false,
      slug: expect.stringMatching(/^draft-[0-9a-f-]{36}$/),
    });
    expect(draft(postId)).toMatchObject({
      version: 1,
      headline: '',
      byline: [{ authorId: 2, name: 'Dara' }],
      updatedAt: 7,
      updatedBy: userId,
    });
    const khmer = requireValue(
      createPost(site.db, { language: 'km', kind: 'page', isSample: true }, at(8, userId)),
    );
    expect(post(khmer.postId)).toMatchObject({ language: 'km', kind: 'page', isSample: true });
    expect(draft(khmer.postId)?.byline).toEqual([{ authorId: 2, name: 'ដារ៉ា' }]);
    expect(post(khmer.postId)?.feedId).not.toBe(post(postId)?.feedId);
  });

  test('by the tool or by an account without an author leaves the byline empty', () => {
    for (const userId of [null, buildUser(site.db)]) {
      const { postId } = requireValue(createPost(site.db, {}, at(1, userId)));
      expect(draft(postId)?.byline).toEqual([]);
    }
  });

  test('uses the chosen slug, numbered when another post has it', () => {
    const first = requireValue(createPost(site.db, { slug: 'About Us' }, at(1)));
    const second = requireValue(createPost(site.db, { slug: 'about-us' }, at(1)));
    expect([post(first.postId)?.slug, post(second.postId)?.slug]).toEqual(['about-us', 'about-us-2']);
  });

  test('from a text keeps the text, or nothing at all', () => {
    const writing = { ...emptyWriting(), headline: 'Kept' };
    const { postId } = requireValue(saveAsNew(site.db, { language: 'km', writing }, at(3)));
    expect(post(postId)).toMatchObject({ language: 'km', status: 'draft' });
    expect(draft(postId)).toMatchObject({ headline: 'Kept', version: 2 });
    expect(saveAsNew(site.db, { language: 'en', writing: { headline: 7 } }, at(3))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(post(postId + 1)).toBeUndefined();
  });

  test('a copy is a draft of its own, without what only one post can have', () => {
    const userId = buildUser(site.db);
    const { postId } = buildPost(site.db, {
      headline: 'Ferry',
      seoTitle: 'T',
      seoDescription: 'D',
      slug: 'ferry',
      kind: 'page',
    });
    const copy = requireValue(duplicatePost(site.db, { postId }, at(9, userId)));
    expect(post(copy.postId)).toMatchObject({
      status: 'draft',
      kind: 'page',
      language: 'en',
      createdAt: 9,
      createdBy: userId,
      publishedAt: null,
      liveRevisionId: null,
      slug: expect.stringMatching(/^draft-[0-9a-f-]{36}$/),
    });
    expect(post(copy.postId)?.feedId).not.toBe(post(postId)?.feedId);
    const { headline = '', ...rest } = draft(copy.postId) ?? {};
    expect(headline).toBe(deskStringsFor('en').posts.copyOf.replace('{headline}', 'Ferry'));
    expect(rest).toMatchObject({
      version: 1,
      savedAs: null,
      seoTitle: '',
      seoDescription: 'D',
      updatedAt: 9,
      updatedBy: userId,
    });
    const empty = requireValue(createPost(site.db, {}, at(1)));
    expect(draft(requireValue(duplicatePost(site.db, empty, at(1))).postId)?.headline).toBe('');
  });
});

describe('the address', () => {
  test('is parsed, and refused when it is another post’s', () => {
    const one = buildPost(site.db, { slug: 'one' });
    const other = buildPost(site.db, { slug: 'other' });
    expect(changeSlug(site.db, { postId: one.postId, slug: ' First Post ' }, at(1))).toEqual({
      ok: true,
      value: { postId: one.postId, slug: 'first-post' },
    });
    expect(changeSlug(site.db, { postId: other.postId, slug: 'first-post' }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
      key: 'addressTaken',
      values: { slug: 'first-post' },
    });
    expect(post(other.postId)?.slug).toBe('other');
    expect(changeSlug(site.db, { postId: one.postId, slug: 'first-post' }, at(1)).ok).toBe(true);
  });

  test('of a draft that was never public is also set from its headline at scheduling', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'To Come' });
    requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 9 }, at(1)));
    expect(post(postId)?.slug).toBe('to-come');
    const chosen = buildPost(site.db, { headline: 'Chosen', slug: 'mine' });
    expect(post(chosen.postId)?.slug).toBe('mine');
  });
});

describe('dates', () => {
  test('of first publication are in the past or now', () => {
    const { postId } = buildPost(site.db, { now: 50 });
    expect(datePost(site.db, { postId, publishedAt: 101 }, at(100))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(datePost(site.db, { postId, publishedAt: 100 }, at(100)).ok).toBe(true);
    expect(post(postId)?.publishedAt).toBe(100);
  });

  test('in the future are later than now, for a post that is not public', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    const schedule = (time: number) =>
      schedulePost(site.db, { postId, draftVersion: version, at: time }, at(100));
    expect(schedule(100)).toMatchObject({ ok: false, code: 'invalid' });
    expect(schedule(101).ok).toBe(true);
    expect(post(postId)).toMatchObject({ status: 'scheduled', scheduledAt: 101 });
    const public_ = buildPost(site.db);
    for (const prepare of [() => {}, () => requireValue(unlistPost(site.db, public_, at(1)))]) {
      prepare();
      expect(
        schedulePost(site.db, { postId: public_.postId, draftVersion: public_.version, at: 9e12 }, at(100)),
      ).toMatchObject({ ok: false, code: 'invalid' });
    }
  });

  test('are removed by unscheduling: the post becomes a draft, or withdrawn if readers had it', () => {
    const never = buildPost(site.db, { status: 'draft' });
    const once = buildPost(site.db);
    requireValue(withdrawPost(site.db, once, at(1)));
    for (const { postId, version } of [never, once])
      requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 9 }, at(1)));
    expect(nextDueAt(site.db)).toBe(9);
    for (const one of [never, once]) requireValue(unschedulePost(site.db, one, at(2)));
    expect(post(never.postId)).toMatchObject({
      status: 'draft',
      scheduledAt: null,
      scheduledRevisionId: null,
    });
    expect(post(once.postId)).toMatchObject({ status: 'withdrawn', scheduledAt: null });
    expect(unschedulePost(site.db, never, at(3))).toMatchObject({ ok: false, code: 'conflict' });
    expect(nextDueAt(site.db)).toBeNull();
  });

  test('that are due are published oldest first, at their time, to the millisecond', () => {
    const [late, early] = [30, 20].map((time) => {
      const { postId, version } = buildPost(site.db, { status: 'draft' });
      requireValue(schedulePost(site.db, { postId, draftVersion: version, at: time }, at(1)));
      return postId;
    });
    buildPost(site.db, { status: 'draft' });
    expect(publishDuePosts(site.db, 19)).toEqual([]);
    expect(nextDueAt(site.db)).toBe(20);
    expect(publishDuePosts(site.db, 30)).toEqual([early, late]);
    expect(post(early ?? 0)).toMatchObject({
      status: 'published',
      publishedAt: 20,
      updatedAt: 30,
      scheduledAt: null,
      scheduledRevisionId: null,
    });
    expect(post(early ?? 0)?.liveRevisionId).not.toBeNull();
    expect(publishDuePosts(site.db, 99)).toEqual([]);
    expect(logged()).toContain('publishScheduled');
  });
});

describe('publishing', () => {
  test('requires the draft that its author saw, a headline, and a post outside the bin', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'H' });
    const publish = (draftVersion: number) => publishPost(site.db, { postId, draftVersion }, at(5));
    expect(publish(version - 1)).toMatchObject({ ok: false, code: 'conflict' });
    expect(publish(version + 1)).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(binPost(site.db, { postId }, at(4)));
    expect(publish(version)).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(restoreFromBin(site.db, { postId }, at(4)));
    requireValue(publish(version));
    expect(post(postId)).toMatchObject({
      status: 'published',
      publishedAt: 5,
      updatedAt: 5,
      revisedAt: null,
    });
  });

  test('says that words changed only when they did, unless it is silent', () => {
    const { postId, version } = buildPost(site.db, { now: 10 });
    const change = (words: string, onVersion: number) =>
      requireValue(
        saveDraft(
          site.db,
          { postId, version: onVersion, writing: { ...emptyWriting(), headline: 'H', body: bodyOf(words) } },
          at(11),
        ),
      ).version;
    const second = change('One.', version);
    requireValue(publishPost(site.db, { postId, draftVersion: second }, at(20)));
    expect(post(postId)).toMatchObject({ publishedAt: 10, updatedAt: 20, revisedAt: 20 });
    const third = change('Two.', second);
    requireValue(publishPost(site.db, { postId, draftVersion: third, isSilent: true }, at(30)));
    expect(post(postId)).toMatchObject({ updatedAt: 30, revisedAt: 20 });
    expect(live(postId)?.isSilent).toBe(true);
    requireValue(publishPost(site.db, { postId, draftVersion: third }, at(40)));
    expect(live(postId)?.isSilent).toBe(false);
  });

  test('ends a schedule, and records who did it', () => {
    const userId = buildUser(site.db);
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 99 }, at(1)));
    requireValue(publishPost(site.db, { postId, draftVersion: version }, at(2, userId)));
    expect(post(postId)).toMatchObject({ status: 'published', scheduledAt: null, scheduledRevisionId: null });
    expect(live(postId)).toMatchObject({ createdAt: 2, createdBy: userId, postId });
    expect(live(postId)?.bodyHtml).toContain('<p>');
  });
});

describe('the bin', () => {
  test('remembers a post’s previous status, and accepts a post once', () => {
    const { postId } = buildPost(site.db);
    expect(restoreFromBin(site.db, { postId }, at(1))).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(binPost(site.db, { postId }, at(2)));
    expect(post(postId)).toMatchObject({ status: 'binned', statusBeforeBin: 'published', binnedAt: 2 });
    expect(binPost(site.db, { postId }, at(3))).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(restoreFromBin(site.db, { postId }, at(4)));
    expect(post(postId)).toMatchObject({ status: 'published', statusBeforeBin: null, binnedAt: null });
  });

  test.each([
    [9, 'scheduled', 10],
    [10, 'draft', null],
    [11, 'draft', null],
  ])('restores at %i a post that was scheduled for 10 as %s', (now, status, scheduledAt) => {
    const { postId, version } = buildPost(site.db, { status: 'draft' });
    requireValue(schedulePost(site.db, { postId, draftVersion: version, at: 10 }, at(1)));
    requireValue(binPost(site.db, { postId }, at(2)));
    requireValue(restoreFromBin(site.db, { postId }, at(now)));
    expect(post(postId)).toMatchObject({ status, scheduledAt });
    expect(post(postId)?.scheduledRevisionId === null).toBe(scheduledAt === null);
  });

  test('is emptied only of posts whose time there is over', () => {
    const [old, fresh, kept] = [buildPost(site.db), buildPost(site.db), buildPost(site.db)];
    requireValue(binPost(site.db, old, at(1000)));
    requireValue(binPost(site.db, fresh, at(1001)));
    const now = 1000 + BIN_KEEPS_DAYS * DAY_MS;
    expect(BIN_KEEPS_DAYS).toBe(30);
    const purge = (at: number) => [old, fresh, kept].map(({ postId }) => purgeOldBinned(site.db, postId, at));
    expect(purge(now - 1)).toEqual([false, false, false]);
    expect(purge(now)).toEqual([true, false, false]);
    expect([old, fresh, kept].map(({ postId }) => post(postId)?.status)).toEqual([
      undefined,
      'binned',
      'published',
    ]);
  });

  test('is the only place to purge from; addresses that were public answer that the post is gone', () => {
    const { postId } = buildPost(site.db, { slug: 'one' });
    expect(purgePost(site.db, { postId }, at(1))).toMatchObject({ ok: false, code: 'conflict' });
    requireValue(changeSlug(site.db, { postId, slug: 'two' }, at(1)));
    requireValue(binPost(site.db, { postId }, at(1)));
    site.db.insert(redirects).values({ path: '/one', postId: null }).run();
    const other = buildPost(site.db, { slug: 'other' });
    expect(purgePosts(site.db, { postIds: [postId, other.postId, 99] }, at(2))).toEqual({
      ok: true,
      value: { count: 1 },
    });
    expect(post(postId)).toBeUndefined();
    expect(post(other.postId)?.status).toBe('published');
    expect(site.db.select().from(redirects).all()).toEqual([
      { path: '/one', postId: null },
      { path: '/two', postId: null },
    ]);
  });
});

describe('translations', () => {
  const link = (postId: number, translationOfPostId: number | null) =>
    linkTranslation(site.db, { postId, translationOfPostId }, at(1));
  const groups = (...of: { postId: number }[]) =>
    of.map(({ postId }) => post(postId)?.translationGroupId ?? null);

  test('share one group, which has each language once', () => {
    const [english, khmer, second] = [
      buildPost(site.db),
      buildPost(site.db, { language: 'km' }),
      buildPost(site.db, { language: 'km' }),
    ];
    requireValue(link(khmer.postId, english.postId));
    expect(groups(english, khmer)).toEqual([1, 1]);
    expect(link(second.postId, english.postId)).toMatchObject({ ok: false, code: 'invalid' });
    expect(link(second.postId, khmer.postId)).toMatchObject({ ok: false, code: 'invalid' });
    requireValue(link(khmer.postId, english.postId));
    expect(groups(english, khmer, second)).toEqual([1, 1, null]);
    requireValue(link(khmer.postId, null));
    expect(groups(english, khmer, second)).toEqual([1, null, null]);
    requireValue(link(second.postId, english.postId));
    expect(groups(english, khmer, second)).toEqual([1, null, 1]);
  });

  test('are never the post itself, and never of a post that does not exist', () => {
    const { postId } = buildPost(site.db);
    expect(link(postId, postId)).toMatchObject({
      ok: false,
      code: 'invalid',
      key: 'ownTranslation',
    });
    expect(link(postId, 99)).toEqual(GONE);
    expect(groups({ postId })).toEqual([null]);
  });
});

describe('corrections and states', () => {
  test('a correction needs words and a post that readers have', () => {
    const public_ = buildPost(site.db);
    const hidden = buildPost(site.db, { status: 'draft' });
    expect(correctPost(site.db, { postId: public_.postId, note: ' \n' }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(correctPost(site.db, { postId: hidden.postId, note: 'N' }, at(1))).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(correctPost(site.db, { postId: public_.postId, note: ' N ' }, at(1)).ok).toBe(true);
  });

  test.each([
    ['unlist', unlistPost, ['published'], 'unlisted'],
    ['relist', relistPost, ['unlisted'], 'published'],
    ['withdraw', withdrawPost, ['published', 'unlisted'], 'withdrawn'],
  ] as const)('%s requires the right status of a post, and records when', (_name, run, from, to) => {
    for (const status of ['draft', 'scheduled', 'published', 'unlisted', 'withdrawn', 'binned'] as const) {
      const { postId } = buildPost(site.db);
      site.db.update(posts).set({ status }).where(eq(posts.id, postId)).run();
      const outcome = run(site.db, { postId }, at(777));
      if ((from as readonly string[]).includes(status)) {
        expect(outcome).toEqual({ ok: true, value: { postId } });
        expect(post(postId)).toMatchObject({ status: to, updatedAt: 777 });
      } else {
        expect(outcome).toMatchObject({ ok: false, code: 'conflict' });
        expect(post(postId)?.status).toBe(status);
      }
    }
  });
});

describe('earlier texts', () => {
  const point = (id: number) => site.db.select().from(restorePoints).where(eq(restorePoints.id, id)).get();

  test('are kept permanently under a name of 1 to 120 characters', () => {
    const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'H', now: 5 });
    const keep = (name: string, draftVersion = version) =>
      keepDraft(site.db, { postId, draftVersion, name }, at(6));
    expect(keep('  ')).toMatchObject({ ok: false, code: 'invalid', key: 'nameVersion' });
    expect(keep('a', version - 1)).toMatchObject({ ok: false, code: 'conflict' });
    const { restorePointId } = requireValue(keep(` ${'x'.repeat(121)} `));
    expect(point(restorePointId)).toMatchObject({
      postId,
      name: 'x'.repeat(120),
      reason: 'named',
      headline: 'H',
      draftVersion: version,
      createdAt: 5,
    });
    const other = buildPost(site.db);
    const rename = (of: number, id: number, name: string) =>
      nameRestorePoint(site.db, { postId: of, restorePointId: id, name }, at(6));
    expect(rename(other.postId, restorePointId, 'b')).toMatchObject({ ok: false, code: 'not_found' });
    expect(rename(postId, 99, 'b')).toMatchObject({ ok: false, code: 'not_found' });
    expect(point(restorePointId)?.name).toBe('x'.repeat(120));
    requireValue(rename(postId, restorePointId, ' b '));
    expect(point(restorePointId)?.name).toBe('b');
  });

  test('are restored as the draft, without what was deleted since, which is counted', () => {
    const userId = buildUser(site.db);
    const [{ topicId }, { topicId: lostTopic }] = [buildTopic(site.db), buildTopic(site.db)];
    const [{ authorId }, { authorId: lostAuthor }] = [buildAuthor(site.db), buildAuthor(site.db)];
    const byline = [authorId, lostAuthor].map((id) => ({ authorId: id, name: 'N' }));
    const { postId, version } = buildPost(site.db, {
      now: 1,
      headline: 'Old',
      topicIds: [topicId, lostTopic],
      byline,
    });
    const writing = { ...emptyWriting(), headline: 'New', body: bodyOf('New.') };
    requireValue(saveDraft(site.db, { postId, version, writing }, at(5)));
    const figure = (mediaId: string) => ({ type: 'figure', attrs: { mediaId } });
    const body = { type: 'doc' as const, content: [figure('aaaaaaaa'), ...(bodyOf('Old.').content ?? [])] };
    site.db.$client.exec('pragma foreign_keys = off');
    site.db
      .update(revisions)
      .set({ body, leadMediaId: 'bbbbbbbb', leadWords: { alt: 'A', caption: '', credit: '' } })
      .run();
    site.db.$client.exec(
      `delete from topics where id = ${lostTopic}; delete from authors where id = ${lostAuthor}`,
    );
    const text = { kind: 'revision', id: 1 } as const;
    const restore = (draftVersion: number) =>
      restoreDraft(site.db, { postId, draftVersion, text }, at(9, userId));
    expect(restore(version)).toMatchObject({ ok: false, code: 'conflict' });
    const value = requireValue(restore(version + 1));
    expect(value).toMatchObject({ version: version + 2, leftOut: { pictures: 2, authors: 1, topics: 1 } });
    expect(draft(postId)).toMatchObject({
      headline: 'Old',
      version: version + 2,
      topicIds: [topicId],
      byline: [{ authorId, name: 'N' }],
      leadMediaId: null,
      leadWords: { alt: '', caption: '', credit: '' },
      body: bodyOf('Old.'),
      savedAs: null,
      updatedAt: 9,
      updatedBy: userId,
    });
    const kept = site.db.select().from(restorePoints).where(eq(restorePoints.postId, postId)).all();
    expect(kept.map(({ headline }) => headline)).toContain('New');
    const missing = { kind: 'revision', id: 99 } as const;
    expect(restoreDraft(site.db, { postId, draftVersion: version + 2, text: missing }, at(9))).toMatchObject({
      ok: false,
      code: 'not_found',
    });
  });
});

describe('saving', () => {
  test('refuses a text whose author, topic or picture does not exist, and keeps nothing of it', () => {
    const { postId, version } = buildPost(site.db, { headline: 'Before' });
    const save = (change: object) =>
      saveDraft(
        site.db,
        { postId, version, writing: { ...emptyWriting(), headline: 'After', ...change } },
        at(5),
      );
    const figure = { type: 'doc', content: [{ type: 'figure', attrs: { mediaId: 'aaaaaaaa' } }] };
    for (const [change, key] of [
      [{ byline: [{ authorId: 99, name: 'N' }] }, 'bylineGone'],
      [{ topicIds: [99] }, 'postTopicGone'],
      [{ leadMediaId: 'aaaaaaaa' }, 'postPictureGone'],
      [{ body: figure }, 'postPictureGone'],
    ] as const) {
      expect(save(change)).toEqual({ ok: false, code: 'invalid', key });
    }
    expect(save({ body: { type: 'doc', content: [{ type: 'script' }] } })).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(draft(postId)).toMatchObject({ headline: 'Before', version });
  });

  test('records when and by whom, and no mark for a save without a name', () => {
    const userId = buildUser(site.db);
    const { postId, version } = buildPost(site.db);
    const writing = { ...emptyWriting(), headline: 'After' };
    const mark = { line: 'line-of-one', sequence: 1 };
    requireValue(saveDraft(site.db, { postId, version, mark, writing }, at(5, userId)));
    expect(draft(postId)).toMatchObject({
      savedAs: `${version + 1}:line-of-one:1`,
      updatedAt: 5,
      updatedBy: userId,
    });
    requireValue(saveDraft(site.db, { postId, version: version + 1, writing }, at(6)));
    expect(draft(postId)).toMatchObject({
      savedAs: null,
      updatedAt: 6,
      updatedBy: null,
      version: version + 2,
    });
  });
});
