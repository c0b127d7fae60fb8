import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { deskStringsFor } from '@/lib/language/strings';
import { contextAt as at } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { emptyWriting } from '../fields';
import { createPost } from './create-post';
import { duplicatePost } from './duplicate-post';
import { saveAsNew } from './save-as-new';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { post, draft } = rowsOf(() => site.db);

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
