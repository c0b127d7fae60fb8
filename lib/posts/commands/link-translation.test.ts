import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { linkTranslation } from './link-translation';

const GONE = { ok: false, code: 'not_found', key: 'postGone' };

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post } = rowsOf(() => site.db);

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
