import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { bodyOf, buildPost } from '@/tools/testing/factories';
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

const context = { actor: OPERATOR, now: 1 };

/** Saves `text` on `version` as change `sequence` of one line of writing. */
function save(postId: number, version: number, text: string, sequence: number, line = 'line-of-one') {
  const writing = { ...emptyWriting(), headline: text };
  return saveDraft(site.db, { postId, version, mark: { line, sequence }, writing }, context);
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
  expect(saveDraft(site.db, { postId, version, writing }, context)).toMatchObject({
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
