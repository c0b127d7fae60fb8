import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { contextAt as at } from '@/tools/testing/actors';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { rowsOf } from '@/tools/testing/post-rows';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findDraft } from '../admin-queries';
import { emptyWriting } from '../fields';
import { listPosts } from '../list-posts';
import { saveDraft } from './save-draft';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const { draft } = rowsOf(() => site.db);

/** Saves `text` on `version` as change `sequence` of one line of writing. */
function save(postId: number, version: number, text: string, sequence: number, line = 'line-of-one') {
  const writing = { ...emptyWriting(), headline: text };
  return saveDraft(site.db, { postId, version, mark: { line, sequence }, writing }, at(1));
}

test('a save whose acknowledgement was lost does not block the next one', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'One', 1);
  expect(save(postId, version, 'One, two', 2)).toMatchObject({ ok: true, value: { version: version + 2 } });
  expect(findDraft(site.db, postId)).toMatchObject({
    headline: 'One, two',
    savedAs: { line: 'line-of-one', sequence: 2 },
  });
});

test('the same save sent twice is kept once, and an overtaken one changes nothing', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'One, two', 2);
  expect(save(postId, version, 'One, two', 2)).toMatchObject({ ok: true, value: { version: version + 1 } });
  expect(save(postId, version, 'One', 1)).toMatchObject({ ok: true, value: { version: version + 1 } });
  expect(findDraft(site.db, postId)).toMatchObject({ headline: 'One, two', version: version + 1 });
});

test('a save of another line in between is a conflict, also for the earlier line', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'One', 1);
  save(postId, version + 1, 'Theirs', 1, 'line-of-another');
  expect(save(postId, version, 'One, two', 2)).toMatchObject({ ok: false, code: 'conflict' });
  expect(findDraft(site.db, postId)?.headline).toBe('Theirs');
});

test('a full disk is reported as such, and leaves the saved text', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft', headline: 'Kept' });
  const pages = site.db.$client.pragma('page_count', { simple: true });
  site.db.$client.pragma(`max_page_count = ${pages}`);
  const writing = { ...emptyWriting(), body: bodyOf('water '.repeat(100_000)) };
  expect(saveDraft(site.db, { postId, version, writing }, at(1))).toMatchObject({
    ok: false,
    code: 'unavailable',
  });
  expect(findDraft(site.db, postId)).toMatchObject({ headline: 'Kept', version });
});

test('words that were just saved are found', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'Mangroves', 1);
  expect(listPosts(site.db, { q: 'mangroves' }).posts.map(({ id }) => id)).toEqual([postId]);
  save(postId, version + 1, 'Reeds', 2);
  expect(listPosts(site.db, { q: 'mangroves' }).posts).toEqual([]);
});

test('saving refuses a text whose author, topic or picture does not exist, and keeps nothing of it', () => {
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

test('saving records when and by whom, and no mark for a save without a name', () => {
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
