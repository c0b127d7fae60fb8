import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { emptyWriting } from '../fields';
import { binPost, restoreFromBin } from './bin-post';
import { publishPost } from './publish-post';
import { saveDraft } from './save-draft';
import { schedulePost } from './schedule-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post, live } = rowsOf(() => site.db);

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
