import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authors, media, site as siteTable, templates, topics } from '@/db/schema';
import { requireValue } from '@/lib/errors';
import { findMediaUses } from '@/lib/media/find-uses';
import { deleteMedia, isUsedOutsidePosts } from '@/lib/media/manage-media';
import { listMedia } from '@/lib/media/queries';
import { findDraft } from '@/lib/posts/admin-queries';
import { binPost } from '@/lib/posts/commands/bin-post';
import { purgePost } from '@/lib/posts/commands/purge-post';
import { writingOf } from '@/lib/posts/fields';
import { indexChangedDrafts } from '@/lib/posts/index-drafts';
import { countByStatus, listPosts } from '@/lib/posts/list-posts';
import { searchPosts } from '@/lib/posts/search-posts';
import type { Writing } from '@/lib/posts/types';
import { contextAt as at } from '@/tools/testing/actors';
import { mediaRow } from '@/tools/testing/command-table';
import { bodyOf, buildAuthor, buildPost, buildTopic } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { beginFromTemplate } from './begin-from-template';
import { createTemplate, deleteTemplate, listTemplates, renameTemplate } from './templates';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const PICTURE = 'abcdefgh12345678';
const picture = (mediaId: string) => ({ type: 'figure', attrs: { mediaId } });

/** Saves a template from a new draft, and deletes the draft permanently. */
function buildTemplate(writing: Partial<Writing> = {}, name = 'Column'): number {
  const { postId } = buildPost(site.db, { status: 'draft', ...writing });
  const { templateId } = requireValue(createTemplate(site.db, { postId, name }, at(1)));
  requireValue(binPost(site.db, { postId }, at(1)));
  requireValue(purgePost(site.db, { postId }, at(1)));
  return templateId;
}

function begun(templateId: number, userId: number | null = null) {
  const { postId } = requireValue(beginFromTemplate(site.db, { templateId }, at(9, userId)));
  const draft = findDraft(site.db, postId);
  if (!draft) throw new Error('There is no draft.');
  return draft;
}

describe('a post that is begun from a template', () => {
  test('has its language, type and every written field, except the search title', () => {
    const { authorId } = buildAuthor(site.db, 'Dara');
    const { topicId } = buildTopic(site.db);
    site.db.insert(media).values(mediaRow(PICTURE)).run();
    const { postId } = buildPost(site.db, {
      language: 'km',
      kind: 'page',
      headline: 'Letter from …',
      standfirst: 'What the river says',
      body: { type: 'doc', content: [{ type: 'heading', attrs: { level: 2 } }, { type: 'paragraph' }] },
      byline: [{ authorId, name: 'Dara' }],
      topicIds: [topicId],
      leadMediaId: PICTURE,
      seoTitle: 'Only mine',
      seoDescription: 'A letter',
    });
    const source = findDraft(site.db, postId);
    const { templateId } = requireValue(createTemplate(site.db, { postId, name: 'Letter' }, at(1)));
    const draft = begun(templateId);
    expect(draft).toMatchObject({ language: 'km', kind: 'page', status: 'draft', slug: '', version: 1 });
    expect(writingOf(draft)).toEqual({ ...(source && writingOf(source)), seoTitle: '' });
    expect(draft.postId).not.toBe(postId);
  });

  test('lacks what was deleted since', async () => {
    const { authorId } = buildAuthor(site.db);
    const { topicId } = buildTopic(site.db);
    const byline = [{ authorId, name: 'Dara' }];
    const templateId = buildTemplate({ byline, topicIds: [topicId], headline: 'Stays' });
    site.db.delete(authors).run();
    site.db.delete(topics).run();
    expect(begun(templateId)).toMatchObject({ headline: 'Stays', byline: [], topicIds: [] });
  });

  test('has the byline of whoever begins it, unless the template has one', () => {
    const userId = buildUser(site.db, { role: 'author' });
    const { authorId } = buildAuthor(site.db, 'Mine');
    site.db.update(authors).set({ userId }).where(eq(authors.id, authorId)).run();
    const other = buildAuthor(site.db, 'Theirs').authorId;
    const without = buildTemplate();
    const withByline = buildTemplate({ byline: [{ authorId: other, name: 'Theirs' }] }, 'Signed');
    expect(begun(without, userId).byline).toEqual([{ authorId, name: 'Mine' }]);
    expect(begun(withByline, userId).byline).toEqual([{ authorId: other, name: 'Theirs' }]);
  });

  test('changes alone: the template stays as it was saved', () => {
    const templateId = buildTemplate({ headline: 'First' });
    const draft = begun(templateId);
    requireValue(binPost(site.db, { postId: draft.postId }, at(2)));
    expect(begun(templateId)).toMatchObject({ headline: 'First' });
  });

  test('is refused when the stored text is damaged, and when the template is gone', () => {
    const templateId = buildTemplate();
    site.db
      .update(templates)
      .set({ writing: { headline: 'Only this' } })
      .run();
    expect(beginFromTemplate(site.db, { templateId }, at(1))).toMatchObject({ key: 'textInvalid' });
    expect(beginFromTemplate(site.db, { templateId: 99 }, at(1))).toMatchObject({
      code: 'not_found',
      key: 'templateGone',
    });
  });
});

test('a template is no post: no list, count, search or content version knows of it', async () => {
  const { postId } = buildPost(site.db, { text: 'A heronry by the pier.' });
  const version = () => site.db.select().from(siteTable).get()?.contentVersion;
  const before = version();
  requireValue(createTemplate(site.db, { postId, name: 'Heronry' }, at(1)));
  requireValue(renameTemplate(site.db, { templateId: 1, name: 'Herons' }, at(1)));
  expect(version()).toBe(before);
  await indexChangedDrafts(site.db);
  expect(listPosts(site.db, {})).toMatchObject({ total: 1 });
  expect(listPosts(site.db, { q: 'heronry' })).toMatchObject({ total: 1 });
  expect(countByStatus(site.db)).toMatchObject({ published: 1 });
  expect(searchPosts(site.db, { q: 'heronry', page: 1, perPage: 9 })).toMatchObject({ total: 1 });
});

describe('names', () => {
  test('are listed without regard to case, each once', () => {
    for (const name of ['review', 'Column', 'Letter']) buildTemplate({}, name);
    expect(listTemplates(site.db).map(({ name }) => name)).toEqual(['Column', 'Letter', 'review']);
    const { postId } = buildPost(site.db);
    const taken = { code: 'conflict', key: 'templateNameTaken', values: { name: 'Letter' } };
    expect(createTemplate(site.db, { postId, name: 'Letter' }, at(1))).toMatchObject(taken);
    expect(renameTemplate(site.db, { templateId: 1, name: 'Letter' }, at(1))).toMatchObject(taken);
    expect(renameTemplate(site.db, { templateId: 1, name: 'review' }, at(1))).toMatchObject({ ok: true });
  });

  test('of a template that is gone cannot change', () => {
    const gone = { code: 'not_found', key: 'templateGone' };
    expect(renameTemplate(site.db, { templateId: 9, name: 'A' }, at(1))).toMatchObject(gone);
    expect(deleteTemplate(site.db, { templateId: 9 }, at(1))).toMatchObject(gone);
  });
});

test('there is room for a hundred templates', () => {
  const { postId } = buildPost(site.db);
  for (let n = 1; n <= 100; n += 1)
    requireValue(createTemplate(site.db, { postId, name: `Template ${n}` }, at(1)));
  expect(createTemplate(site.db, { postId, name: 'One more' }, at(1))).toMatchObject({
    code: 'invalid',
    key: 'tooManyTemplates',
    values: { count: 100 },
  });
});

test.each<[string, Partial<Writing>]>([
  ['at its top', { leadMediaId: PICTURE }],
  ['in its body', { body: { type: 'doc', content: [picture(PICTURE), ...(bodyOf('Words').content ?? [])] } }],
])('a picture %s counts as used until the template is deleted', async (_place, writing) => {
  site.db.insert(media).values(mediaRow(PICTURE)).run();
  const templateId = buildTemplate(writing);
  const unused = () => listMedia(site.db, { used: 'none' }).total;
  expect(unused()).toBe(0);
  expect(listMedia(site.db, {}).media).toMatchObject([{ uses: 0, isUnused: false }]);
  expect(site.db.transaction((tx) => isUsedOutsidePosts(tx, PICTURE))).toBe(true);
  const uses = [{ kind: 'template', id: templateId, name: 'Column' }];
  expect(findMediaUses(site.db, PICTURE, 'en')).toEqual({ uses, morePosts: 0 });
  const context = { ...at(1), mediaDir: site.mediaDir };
  expect(await deleteMedia(site.db, { mediaId: PICTURE }, context)).toMatchObject({ key: 'usedByTemplate' });
  requireValue(deleteTemplate(site.db, { templateId }, at(1)));
  expect(unused()).toBe(1);
  expect(await deleteMedia(site.db, { mediaId: PICTURE }, context)).toMatchObject({ ok: true });
});
