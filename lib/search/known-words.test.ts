import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { withdrawPost } from '@/lib/posts/commands/withdraw-post';
import { emptyWriting } from '@/lib/posts/fields';
import { bodyOf, buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

const context = { actor: OPERATOR, now: Date.UTC(2026, 10, 27) };
let site: TestSite;

beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const known = () => site.db.$client.prepare('select word from known_words').pluck().all();

test('the words of published texts are known: no digits, none of three letters', () => {
  buildPost(site.db, { text: 'The Café of 2025 and the 2nd bridge. ស្ពាន' });
  buildPost(site.db, { text: 'Unwritten', status: 'draft' });
  expect(known()).toEqual(['bridge', 'cafe', 'ស្ពាន']);
});

test('a word is forgotten when no published text contains it', () => {
  const { postId, version } = buildPost(site.db, { text: 'A secretive bridge.' });
  const other = buildPost(site.db, { text: 'A bridge.' });
  expect(known()).toEqual(['bridge', 'secretive']);

  const writing = { ...emptyWriting(), headline: 'A', body: bodyOf('A public bridge.') };
  const saved = requireValue(saveDraft(site.db, { postId, version, writing }, context));
  requireValue(publishPost(site.db, { postId, draftVersion: saved.version }, context));
  expect(known()).toEqual(['bridge', 'public']);

  requireValue(withdrawPost(site.db, { postId }, context));
  expect(known()).toEqual(['bridge']);
  requireValue(withdrawPost(site.db, { postId: other.postId }, context));
  expect(known()).toEqual([]);
});
