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

/** Saves `text` on `version` as the change `sequence` of a line of writing. */
function save(postId: number, version: number, text: string, sequence: number, line = 'line-of-one') {
  const writing = { ...emptyWriting(), headline: text };
  return saveDraft(site.db, { postId, version, mark: { line, sequence }, writing }, context);
}

test('a save whose acknowledgement was lost does not stand in the way of the next one', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'One', 1);
  expect(save(postId, version, 'One, two', 2)).toMatchObject({ ok: true, value: { version: version + 2 } });
  expect(findDraft(site.db, postId)).toMatchObject({
    headline: 'One, two',
    savedAs: { line: 'line-of-one', sequence: 2 },
  });
});

test('the same save sent twice is kept once, and one that was overtaken changes nothing', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'One, two', 2);
  expect(save(postId, version, 'One, two', 2)).toMatchObject({ ok: true, value: { version: version + 1 } });
  expect(save(postId, version, 'One', 1)).toMatchObject({ ok: true, value: { version: version + 1 } });
  expect(findDraft(site.db, postId)).toMatchObject({ headline: 'One, two', version: version + 1 });
});

test('another line in between is a conflict, also for the line that was there before it', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'One', 1);
  save(postId, version + 1, 'Theirs', 1, 'line-of-another');
  expect(save(postId, version, 'One, two', 2)).toMatchObject({ ok: false, code: 'conflict' });
  expect(findDraft(site.db, postId)?.headline).toBe('Theirs');
});

test('a full disk is told as what it is, and leaves the text that was there', () => {
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

test('words that were saved a moment ago are found', () => {
  const { postId, version } = buildPost(site.db, { status: 'draft' });
  save(postId, version, 'Mangroves', 1);
  expect(listPosts(site.db, { q: 'mangroves' }).posts.map(({ id }) => id)).toEqual([postId]);
  save(postId, version + 1, 'Reeds', 2);
  expect(listPosts(site.db, { q: 'mangroves' }).posts).toEqual([]);
});
