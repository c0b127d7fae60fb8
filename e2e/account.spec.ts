import { OWNER } from '@/tools/running/owner';
import { expect, signIn, test } from './fixtures';

const AUTHORS_SIDE = [
  '/admin',
  '/admin/posts',
  '/admin/posts/new',
  '/admin/posts/1',
  '/admin/posts/1/preview',
  '/admin/media',
  '/admin/topics',
  '/admin/series',
  '/admin/authors',
  '/admin/settings',
  '/admin/settings/looks',
  '/admin/settings/menu',
  '/admin/settings/footer',
  '/admin/account',
];

/** The headers that the router sends when it already has the admin layout; Next then renders only the page. */
const WITHOUT_LAYOUT = {
  rsc: '1',
  'next-router-state-tree': encodeURIComponent(
    JSON.stringify([
      '',
      { children: ['admin', { children: ['(desk)', { children: ['x', { children: ['__PAGE__', {}] }] }] }] },
    ]),
  ),
};

test('without a session, admin pages redirect to the sign-in page and every handler refuses', async ({
  page,
  request,
}) => {
  await page.goto('/admin/posts/1');
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await expect(page.getByLabel('Passphrase')).toBeVisible();
  for (const [method, path] of [
    ['GET', '/admin/media/list'],
    ['POST', '/admin/media/upload'],
    ['POST', '/admin/media/fetch'],
    ['GET', '/admin/posts/1/draft'],
    ['PUT', '/admin/posts/1/draft'],
  ] as const) {
    const answer = await request.fetch(path, { method, data: method === 'GET' ? undefined : {} });
    expect(answer.status(), `${method} ${path}`).toBeGreaterThanOrEqual(400);
    expect(answer.status(), `${method} ${path}`).toBeLessThan(500);
  }
});

test('without a session, every admin page redirects to the sign-in page and contains nothing of the admin, even when requested without its layout', async ({
  request,
  site,
}) => {
  const { id } = site.buildPost({ headline: 'Nobody may read this yet', status: 'draft' });
  // The interface strings are not secret; the drafts, the authors and the settings are.
  const secrets = /Nobody may read this yet|Dara Lim|owner@example\.org|Asia\/Phnom_Penh/;
  for (const path of AUTHORS_SIDE.map((path) => path.replace('/1', `/${id}`))) {
    const whole = await request.get(path, { maxRedirects: 0 });
    expect(whole.status(), path).toBe(307);
    expect(whole.headers().location, path).toMatch(/\/admin\/sign-in/);
    expect(await whole.text(), path).not.toMatch(secrets);
    const alone = await request.get(path, { headers: WITHOUT_LAYOUT });
    expect(await alone.text(), path).not.toMatch(secrets);
  }
});

test('signing in and out works, and a wrong passphrase gets a plain message', async ({ page }) => {
  await signIn(page, 'not the passphrase');
  await expect(page.getByText('is incorrect')).toBeVisible();
  await signIn(page);
  await page.waitForURL(/\/admin$/);
  const session = (await page.context().cookies()).find(({ name }) => name === 'broadside');
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });

  await page.goto('/admin/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await page.waitForURL(/\/admin\/sign-in/);
  await page.goto('/admin/posts');
  await expect(page).toHaveURL(/\/admin\/sign-in/);
});

test('a session that was revoked elsewhere ends at its next request', async ({
  page,
  browser,
  site,
  admin,
}) => {
  await signIn(page);
  await page.waitForURL(/\/admin$/);
  await admin.goto('/admin/account');
  await admin.getByRole('button', { name: 'Sign out all other sessions' }).click();
  await expect(admin.getByText(/^Last used/)).toHaveCount(0);
  await page.goto('/admin/posts');
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  await admin.goto('/admin/posts');
  await expect(admin.getByRole('heading', { level: 1, name: 'Posts' })).toBeVisible();

  // A cookie that was copied earlier does not work either.
  const copied = await browser.newContext({
    baseURL: site.url,
    storageState: await page.context().storageState(),
  });
  expect((await copied.request.get('/admin/media/list')).status()).toBeGreaterThanOrEqual(400);
  await copied.close();
});

test('a browser that signs in for the first time is shown to the others, and what strangers guess keeps no known one out', async ({
  admin,
  browser,
  site,
}) => {
  const other = await browser.newContext({ baseURL: site.url });
  const page = await other.newPage();
  await signIn(page);
  await page.waitForURL(/\/admin$/);
  await admin.goto('/admin');
  const notice = admin.getByRole('status').filter({ hasText: 'had never signed in to your account' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Sign it out' }).click();
  await expect(notice).toHaveCount(0);
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/admin\/sign-in/);
  const stranger = await browser.newContext({ baseURL: site.url });
  const guessing = await stranger.newPage();
  for (let n = 0; n < 6; n += 1) {
    await signIn(guessing, `wrong ${n}`);
    await expect(guessing.getByText(/is incorrect|Too many/)).toBeVisible();
  }
  // At the same address as the stranger, but known.
  await signIn(page);
  await page.waitForURL(/\/admin$/);
  await admin.goto('/admin');
  await expect(notice).toHaveCount(0);
  await Promise.all([other.close(), stranger.close()]);
});

test('a passphrase that is easy to guess is refused in plain words', async ({ admin }) => {
  await admin.goto('/admin/account');
  const form = admin.locator('form').filter({ has: admin.getByLabel('New passphrase') });
  await form.getByLabel('Current passphrase').fill(OWNER.passphrase);
  await form.getByLabel('New passphrase').fill('passwordpassword');
  await form.getByRole('button', { name: 'Change passphrase' }).click();
  await expect(form.getByText('is easy to guess')).toBeVisible();
});
