import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { media } from '@/db/schema';
import { openSession } from '@/lib/accounts/sessions';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { adminActions } from '@/tools/testing/admin-exports';
import { browser } from '@/tools/testing/author-requests';
import { mediaRow } from '@/tools/testing/command-table';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

let site: TestSite;
beforeEach(() => {
  shareSettings(parseEnvironment({ DATA_DIR: '/nowhere' }));
  site = openTestSite();
  const userId = buildUser(site.db, { role: 'owner' });
  site.db.insert(media).values(mediaRow('one')).run();
  browser.token = openSession(site.db, { userId, userAgent: '' }, Date.now());
});
afterEach(() => site.close());

const actions = await adminActions();

/** Returns an action by its file in the admin and its name. */
function actionAt(path: string) {
  const found = actions.find(([name]) => name === `app/(admin)/admin/(desk)/${path}`);
  if (!found) throw new Error(`There is no action ${path}.`);
  return found[1];
}

test.each([
  ['media/actions.ts remove', { mediaId: 'x'.repeat(65) }],
  ['media/actions.ts remove', null],
  ['media/actions.ts listUses', { mediaId: 'x'.repeat(65) }],
  ['media/actions.ts listUses', 'one'],
])('%s refuses invalid input', async (path, input) => {
  expect(await actionAt(path)(input)).toMatchObject({ ok: false, code: 'invalid' });
});

test('an owner lists the uses of a file, and deletes an unused one', async () => {
  const mediaId = 'ab'.repeat(8);
  site.db.update(media).set({ id: mediaId }).run();
  expect(await actionAt('media/actions.ts listUses')({ mediaId })).toEqual({
    ok: true,
    value: { uses: [], morePosts: 0 },
  });
  expect(await actionAt('media/actions.ts remove')({ mediaId })).toMatchObject({ ok: true });
  expect(site.db.select().from(media).all()).toEqual([]);
});

test('changing too many selected posts is refused with the limit', async () => {
  const postIds = Array.from({ length: 1001 }, (_none, at) => at + 1);
  const message = 'Select at most 1,000 posts.';
  expect(
    await actionAt('posts/actions.ts change')({ target: { postIds }, action: { kind: 'bin' } }),
  ).toMatchObject({ ok: false, code: 'invalid', key: 'tooManySelected', message });
  expect(await actionAt('posts/actions.ts undo')({ changes: [{ kind: 'bin', postIds }] })).toMatchObject({
    key: 'tooManySelected',
  });
  for (const target of [{}, { postIds: [1], query: '' }])
    expect(await actionAt('posts/actions.ts change')({ target, action: { kind: 'bin' } })).toMatchObject({
      key: 'checkForm',
    });
});
