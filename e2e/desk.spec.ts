import { confirmIn, Desk, openPalette } from './desk';
import { expect, OWNER, test } from './fixtures';

test('the palette opens pages and posts without a mouse', async ({ admin, site }) => {
  const { id } = site.buildPost({
    headline: 'Kept',
    status: 'draft',
    text: 'An unusual heronry by the pier.',
  });
  await admin.goto('/admin');
  await expect(admin.getByRole('button', { name: 'New post' })).toBeVisible();
  const palette = await openPalette(admin);
  const field = palette.getByRole('combobox');
  await field.fill('settings');
  await expect(palette.getByRole('option', { selected: true })).toHaveText('Settings');
  await admin.keyboard.press('Enter');
  await admin.waitForURL(/\/admin\/settings$/);
  await openPalette(admin);
  await field.fill('heronry');
  await expect(palette.getByRole('option', { selected: true })).toContainText('Kept');
  await admin.keyboard.press('Enter');
  await admin.waitForURL(new RegExp(`/admin/posts/${id}$`));
});

test('the admin can be switched to Khmer and back to English', async ({ admin }) => {
  await admin.goto('/admin/account');
  const language = admin.getByLabel('Language');
  await language.selectOption('km');
  await admin.locator('form').filter({ has: language }).getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('គណនី');
  await admin.goto('/admin/posts');
  await expect(admin.locator('html')).toHaveAttribute('lang', 'km');
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('អត្ថបទ');
  const palette = await openPalette(admin);
  await palette.getByRole('option', { name: /English/ }).click();
  await expect(admin.locator('html')).toHaveAttribute('lang', 'en');
});

test('topics and authors are created, changed, shown to readers, and deleted', async ({ admin, page }) => {
  for (const [room, path] of [
    ['topics', 'fisheries'],
    ['authors', 'mey-sokha'],
  ] as const) {
    const name = room === 'topics' ? 'Fisheries' : 'Mey Sokha';
    await admin.goto(`/admin/${room}`);
    const add = admin.locator('section').filter({ has: admin.getByRole('heading', { name: /^Add an? / }) });
    await add.getByLabel(/^Name \(English\)/).fill(name);
    await add.getByRole('button', { name: 'Add' }).click();
    await expect(add.getByText('Added.')).toBeVisible();
    await page.goto(`/${room}/${path}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);

    const entry = admin.getByRole('listitem').filter({ hasText: name }).first();
    await entry.locator('summary').first().click();
    await entry.getByLabel(/^Name \(English\)/).fill(`${name} now`);
    await entry.getByRole('button', { name: 'Save' }).click();
    await expect(entry.getByText('Saved.')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name} now`);

    await entry.getByRole('button', { name: 'Delete' }).click();
    await confirmIn(admin, 'Delete');
    await expect(admin.getByText(`${name} now`)).toHaveCount(0);
    expect((await page.goto(`/${room}/${path}`))?.status()).toBe(404);
  }
});

test('settings apply to reader pages at once: name, tagline, navigation', async ({ admin, page }) => {
  await admin.goto('/admin/settings');
  await admin.getByLabel('Name (English)').fill('The Lamp Weekly');
  await admin.getByLabel('Tagline (English)').fill('Slow thoughts, well lit');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved. Readers see the change now.')).toBeVisible();
  await admin.goto('/admin/settings/menu');
  await admin.getByLabel('Link 1').fill('/about-us');
  await admin.getByLabel('Label 1 (English)').fill('About us');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved. Readers see the change now.')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('banner')).toContainText('The Lamp Weekly');
  await expect(page.getByText('Slow thoughts, well lit')).toBeVisible();
  await expect(page.getByRole('link', { name: 'About us' }).first()).toHaveAttribute('href', '/about-us');

  await admin.getByLabel('Link 1').fill('javascript:alert(1)');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('alert').filter({ hasText: /\w/ })).toBeVisible();
});

test('a fixed page has its own address, without byline, and is not in lists or feeds', async ({
  admin,
  page,
  request,
}) => {
  await admin.goto('/admin/posts/new');
  await admin.getByRole('button', { name: /^Page/ }).click();
  await admin.waitForURL(/\/admin\/posts\/\d+$/);
  const desk = new Desk(admin);
  await desk.ready();
  await desk.headline.fill('How we work');
  await desk.body.click();
  await admin.keyboard.type('In the open.');
  const path = await desk.publish();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How we work');
  await expect(page.getByRole('main').getByText(OWNER.name)).toHaveCount(0);
  for (const list of ['/', '/feed.xml'])
    expect(await (await request.get(list)).text(), list).not.toContain('In the open.');
});

test('on a phone every admin page fits the screen', async ({ admin, site }) => {
  await admin.setViewportSize({ width: 360, height: 740 });
  const desk = new Desk(admin);
  await desk.begin(site);
  await admin.getByRole('button', { name: 'Settings' }).click();
  await expect(admin.getByRole('complementary', { name: 'Post settings' })).toBeVisible();
  await admin.keyboard.press('Escape');
  const editor = new URL(admin.url()).pathname;
  const rooms = [
    '',
    '/posts',
    '/media',
    '/topics',
    '/posts/new',
    '/templates',
    '/authors',
    '/settings',
    '/settings/looks',
    '/settings/menu',
    '/settings/footer',
    '/account',
  ];
  for (const path of [...rooms.map((room) => `/admin${room}`), editor]) {
    await admin.goto(path);
    const widthPx = await admin.evaluate(() => document.documentElement.scrollWidth);
    expect(widthPx, path).toBeLessThanOrEqual(360);
  }
});

test('a post is written and published without a mouse', async ({ admin, page }) => {
  await admin.goto('/admin/posts');
  await focus('New post');
  await admin.keyboard.press('Enter');
  await admin.waitForURL(/\/admin\/posts\/\d+$/);
  const desk = new Desk(admin);
  await desk.ready();
  await desk.headline.focus();
  await admin.keyboard.type('Keys alone');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('It said "yes" - in ');
  await admin.keyboard.press('Control+b');
  await admin.keyboard.type('bold');
  await admin.keyboard.press('Control+b');
  await admin.keyboard.press('Enter');
  // Alt+F10 is far away on the keyboard; Shift+Tab goes back over the fields to the single tab stop of the toolbar.
  await admin.getByRole('toolbar').getByRole('button').first().focus();
  await admin.keyboard.press('ArrowRight');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('A heading by arrows');
  await focus('Publish');
  await admin.keyboard.press('Enter');
  await expect(admin.getByRole('dialog', { name: 'Review before publishing' })).toBeVisible();
  await focus('Publish now');
  await admin.keyboard.press('Enter');
  const link = admin.getByRole('link', { name: 'View post' });
  await expect(link).toBeVisible();
  await page.goto((await link.getAttribute('href')) ?? '');
  await expect(page.getByRole('paragraph').filter({ hasText: 'It said “yes” –' })).toBeVisible();
  await expect(page.getByRole('article').getByRole('strong')).toHaveText('bold');
  await expect(page.getByRole('heading', { level: 2, name: 'A heading by arrows' })).toBeVisible();

  async function focus(name: string) {
    const button = admin.getByRole('button', { name, exact: true });
    for (let stops = 0; stops < 60; stops += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) return;
      await admin.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to “${name}”.`);
  }
});

test('the menu marks the page to which a page below it belongs', async ({ admin }) => {
  const current = admin.getByRole('navigation', { name: 'Admin' }).locator('[aria-current]');
  for (const [path, name] of [
    ['/admin/settings/looks', 'Settings'],
    ['/admin/posts/new', 'Posts'],
    ['/admin/calendar', 'Posts'],
  ] as const) {
    await admin.goto(path);
    await expect(current, path).toHaveText(name);
    await expect(current, path).toHaveAttribute('aria-current', 'true');
  }
});

test('on a phone the menu scrolls to the current page', async ({ admin }) => {
  await admin.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/admin/account', '/admin/settings', '/admin']) {
    await admin.goto(path);
    // The settings have a menu of their own, which shows the current section.
    const room = admin.getByRole('navigation').locator('[aria-current]').first();
    await expect(room).toBeInViewport({ ratio: 0.95 });
  }
});

test('an address of the admin without a page says so in its language, and leads back', async ({
  admin,
  site,
}) => {
  const inLanguage = site.db.$client.prepare('update users set language = ? where email = ?');
  try {
    for (const path of ['/admin/nothing/here', '/admin/posts/999999']) {
      inLanguage.run(null, OWNER.email);
      expect((await admin.goto(path))?.status(), path).toBe(404);
      await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Page not found');
      inLanguage.run('km', OWNER.email);
      await admin.reload();
      await expect(admin.getByRole('heading', { level: 1 })).toHaveText('រកមិនឃើញទំព័រ');
    }
  } finally {
    inLanguage.run(null, OWNER.email);
  }
  await admin.getByRole('link').click();
  await admin.waitForURL(/\/admin$/);
});
