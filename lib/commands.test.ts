import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { findDraft } from '@/lib/posts/admin-queries';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { updateSite } from '@/lib/posts/commands/update-site';
import { emptyWriting } from '@/lib/posts/fields';
import { buildPost } from '../tools/testing/factories';
import { openTestSite, type TestSite } from '../tools/testing/test-site';
import { readSite } from './settings/site';

const context = { actor: OPERATOR, now: Date.UTC(2026, 0, 5) };

let site: TestSite;

beforeEach(() => {
  site = openTestSite();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  site.close();
  vi.restoreAllMocks();
});

test('a full disk is reported to the author in a sentence, and changes nothing', () => {
  const { postId, version } = buildPost(site.db, { headline: 'Before', status: 'draft' });
  const pages = site.db.$client.pragma('page_count', { simple: true });
  site.db.$client.pragma(`max_page_count = ${pages}`);
  const paragraph = { type: 'paragraph', content: [{ type: 'text', text: 'word '.repeat(50_000) }] };
  const writing = {
    ...emptyWriting(),
    headline: 'After',
    body: { type: 'doc' as const, content: [paragraph] },
  };
  const outcome = saveDraft(site.db, { postId, version, writing }, context);
  expect(outcome).toMatchObject({
    ok: false,
    code: 'unavailable',
    key: 'diskFull',
  });
  expect(findDraft(site.db, postId)).toMatchObject({ headline: 'Before', version });
});

test('a menu link that begins like a path and leads to another site is refused', () => {
  const settings = readSite(site.db);
  for (const path of ['//elsewhere.example', '/\\elsewhere.example']) {
    const navigation = [{ label: { en: 'Away' }, path }];
    expect(updateSite(site.db, { ...settings, navigation }, context)).toMatchObject({
      ok: false,
      key: 'menuLink',
    });
  }
});
