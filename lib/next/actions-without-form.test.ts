import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from '@/lib/accounts/sessions';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { browser, RedirectedTo } from '@/tools/testing/author-requests';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';

vi.mock('next/headers', async () => (await import('@/tools/testing/author-requests')).nextHeaders());
vi.mock('next/navigation', async () => (await import('@/tools/testing/author-requests')).nextNavigation());
vi.mock('next/cache', () => ({ revalidatePath: () => {} }));
vi.mock('./auth', async () => (await import('@/tools/testing/author-requests')).nextAuth());
vi.mock('./database', () => ({ database: () => site.db }));

let site: TestSite;
beforeEach(() => {
  shareSettings(parseEnvironment({ SITE_URL: 'http://localhost:3000', DATA_DIR: '/nowhere' }));
  site = openTestSite();
  browser.token = openSession(site.db, { userId: buildUser(site.db), userAgent: '' }, Date.now());
});
afterEach(() => site.close());

/** What a program can send in place of a form. */
const NO_FORMS = [undefined, null, 1, 'x', [], {}];

/** Calls an action of a form with each of them. */
async function callWithoutForm(action: (data: FormData) => Promise<unknown>): Promise<unknown[]> {
  return Promise.all(NO_FORMS.map((input) => action(input as FormData)));
}

test('signing in without a form is refused', async () => {
  const { enter, enterAgain } = await import('@/app/(admin)/admin/sign-in/actions');
  for (const action of [enter, enterAgain])
    for (const answer of await callWithoutForm(action)) expect(answer).toMatchObject({ ok: false });
});

test('setting up without a form is refused', async () => {
  const { setUp } = await import('@/app/(admin)/admin/setup/actions');
  for (const answer of await callWithoutForm(setUp)) expect(answer).toMatchObject({ ok: false });
});

test('changing the passphrase without a form is refused', async () => {
  const { changePassphrase } = await import('@/app/(admin)/admin/(desk)/account/actions');
  for (const answer of await callWithoutForm(changePassphrase)) expect(answer).toMatchObject({ ok: false });
});

test('a new post without a form is a post', async () => {
  const { begin } = await import('@/app/(admin)/admin/(desk)/actions');
  for (const input of NO_FORMS)
    await expect(begin(input as unknown as FormData)).rejects.toThrow(RedirectedTo);
});
