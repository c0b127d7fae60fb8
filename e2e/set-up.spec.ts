import { findings } from './axe';
import { expect, OWNER, setUp, test } from './fixtures';
import { Publication } from './publication';

test('the printed link sets up a named publication without samples, and works once', async ({ page }) => {
  const publication = await Publication.start('samples');
  try {
    await page.goto(publication.url);
    await expect(page.getByRole('article').first()).toBeVisible();
    await page.goto(`${publication.url}/km`);
    await expect(page.locator('article[lang=km]').first()).toBeVisible();

    const link = publication.setupLink();
    await page.goto(link);
    expect(await findings(page)).toEqual([]);
    await setUp(page, link);
    await expect(page.getByText('Sample').first()).toBeVisible();
    await page.getByRole('button', { name: 'Remove samples' }).click();
    await expect(page.getByRole('button', { name: 'Remove samples' })).toHaveCount(0);

    await page.goto(publication.url);
    await expect(page.getByRole('banner')).toContainText('The Lamp');
    await expect(page.getByRole('article')).toHaveCount(0);

    await page.context().clearCookies();
    await page.goto(link);
    await expect(page).toHaveURL(/\/admin\/sign-in$/);
    await publication.stop();
    await publication.resume();
    expect(publication.output).not.toContain('setup?token');
  } finally {
    await publication.dispose();
  }
});

test('a wrong or expired link says so', async ({ page }) => {
  const publication = await Publication.start('samples');
  try {
    const first = publication.setupLink();
    await publication.stop();
    await publication.resume();
    for (const link of [first, `${publication.url}/admin/setup?token=guess`]) {
      await page.goto(link);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This link has expired');
    }
  } finally {
    await publication.dispose();
  }
});

test('in a browser in Kolkata that prefers Khmer, a refused form keeps its values, and only chosen languages are switched on', async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({ locale: 'km-KH', timezoneId: 'Asia/Calcutta' });
  const page = await context.newPage();
  const publication = await Publication.start('samples');
  try {
    await page.goto(publication.setupLink());
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('រៀបចំសារព័ត៌មានរបស់អ្នក');
    await page.getByRole('link', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up your publication');
    await page.getByLabel('Publication name').fill('The Lamp');
    await page.getByLabel('Your name, as shown in bylines').fill(OWNER.name);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Passphrase').fill('short');
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Kolkata');
    await page.getByLabel('Time zone').selectOption('Europe/Kyiv');
    await page.getByRole('button', { name: 'Create publication' }).click();
    await expect(page.getByRole('alert').filter({ hasText: /12/ })).toBeVisible();
    await expect(page.getByLabel('Publication name')).toHaveValue('The Lamp');
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Kyiv');
    await page.getByLabel('Passphrase').fill(OWNER.passphrase);
    await page.getByRole('button', { name: 'Create publication' }).click();

    await expect(page).toHaveURL(/\/admin$/);
    await expect(page.getByText(publication.dataDir, { exact: true })).toBeVisible();
    await expect(page.getByText('npm run manage -- backup')).toBeVisible();
    await page.goto(`${publication.url}/admin/settings`);
    await expect(page.getByLabel('Time zone')).toHaveValue('Europe/Kyiv');
    await expect(page.getByLabel('ខ្មែរ', { exact: true })).not.toBeChecked();

    const asked = (path: string) => request.get(publication.url + path);
    for (const path of ['/km', '/km/feed.xml']) expect((await asked(path)).status(), path).toBe(404);
    for (const path of ['/', '/archive', '/feeds', '/search', '/feed.xml', '/sitemap/places.xml']) {
      const text = await (await asked(path)).text();
      expect(text, path).not.toMatch(/lang="km"|"\/km["/]/i);
    }
    expect(await (await asked('/')).text()).toContain('<article');
  } finally {
    await context.close();
    await publication.dispose();
  }
});

test('the operator creates the owner without a browser, and sets a new passphrase', async ({
  page,
  request,
}) => {
  const publication = await Publication.start('samples');
  const choices = ['--languages', 'en', '--time-zone', 'Asia/Saigon', '--without-samples'];
  try {
    await publication.manage(
      'owner',
      ['--publication', 'The Lamp', '--name', OWNER.name, '--email', OWNER.email, ...choices],
      `${OWNER.passphrase}\n`,
    );
    expect(await (await request.get(publication.url)).text()).not.toContain('<article');
    expect((await request.get(`${publication.url}/km`)).status()).toBe(404);
    await signIn(OWNER.passphrase);
    await expect(page).toHaveURL(/\/admin$/);
    await page.goto(`${publication.url}/admin/settings`);
    await expect(page.getByLabel('Time zone')).toHaveValue('Asia/Ho_Chi_Minh');

    await publication.manage('owner', [], 'another river in the rain\n');
    await page.goto(`${publication.url}/admin/posts`);
    await expect(page).toHaveURL(/\/admin\/sign-in/);
    await signIn('another river in the rain');
    await expect(page).toHaveURL(/\/admin$/);
  } finally {
    await publication.dispose();
  }

  async function signIn(passphrase: string) {
    await page.goto(`${publication.url}/admin/sign-in`);
    await page.getByLabel('E-mail').fill(OWNER.email);
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.waitForURL(/\/admin$/);
  }
});
