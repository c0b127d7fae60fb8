import { Desk, openPalette } from './desk';
import { expect, OWNER, test } from './fixtures';

test('the list of posts is filtered by state, language, topic, author and words', async ({ admin, site }) => {
  const { topicId } = site.buildTopic('Ferries');
  site.buildPost({ headline: 'Narrowed: the ferry', topicIds: [topicId] });
  site.buildPost({ headline: 'Narrowed: a draft', status: 'draft', text: 'Half a thought about anchors.' });
  site.buildPost({ headline: 'ចម្រោះ', language: 'km' });
  const rows = admin.getByRole('list', { name: /^Posts\./ }).getByRole('link');

  await admin.goto('/admin/posts');
  await admin
    .getByRole('navigation', { name: 'Posts' })
    .getByRole('link', { name: /^Draft/ })
    .click();
  await admin.getByLabel('Search posts').fill('anchors');
  await admin.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rows).toHaveText(['Narrowed: a draft']);
  await admin.goto('/admin/posts?language=km');
  await expect(rows.filter({ hasText: 'ចម្រោះ' })).toHaveCount(1);
  await expect(rows.filter({ hasText: 'Narrowed' })).toHaveCount(0);
  await admin.goto('/admin/posts');
  await admin.getByText('Filter and sort').click();
  await admin.getByLabel('Any topic').selectOption({ label: 'Ferries' });
  await admin.getByRole('button', { name: 'Search', exact: true }).click();
  await expect(rows).toHaveText(['Narrowed: the ferry']);
  await admin.goto('/admin/posts?q=nothing-like-this');
  await expect(admin.getByText('No posts match.')).toBeVisible();
});

test('many posts are moved to the bin at once with the keyboard, and undo publishes them again', async ({
  admin,
  page,
  site,
}) => {
  const slugs = ['Binned: one', 'Binned: two', 'Binned: three'].map(
    (headline) => site.buildPost({ headline }).slug,
  );
  await admin.goto('/admin/posts?q=binned');
  const box = (headline: string) => admin.getByRole('checkbox', { name: headline });
  // Before the page listens it takes neither focus nor keys.
  await expect(box('Binned: three')).toBeEnabled();
  await box('Binned: three').focus();
  await admin.keyboard.press('Space');
  await admin.keyboard.press('Shift+ArrowDown');
  await admin.keyboard.press('Shift+ArrowDown');
  await expect(admin.getByText('3 selected')).toBeVisible();
  await admin.getByRole('button', { name: 'Move to bin', exact: true }).last().click();
  await expect(admin.getByRole('status').filter({ hasText: '3 posts moved to the bin.' })).toBeVisible();
  for (const slug of slugs) expect((await page.goto(`/${slug}`))?.status(), slug).toBe(410);

  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('status').filter({ hasText: 'Undone.' })).toBeVisible();
  await expect(box('Binned: two')).toBeVisible();
  for (const slug of slugs) expect((await page.goto(`/${slug}`))?.status(), slug).toBe(200);
});

test('a change to all matches includes those on other pages', async ({ admin, site }) => {
  const { topicId } = site.buildTopic('Anchors');
  for (let n = 0; n < 32; n += 1) site.buildPost({ headline: `Matching ${n}`, status: 'draft' });
  await admin.goto('/admin/posts?q=matching');
  await admin.getByRole('checkbox', { name: 'Select all on this page' }).check();
  await admin.getByRole('button', { name: 'Select all 32 matching posts' }).click();
  await admin.getByLabel('Set topic or author…').selectOption({ value: `addTopic:${topicId}` });
  await admin.getByRole('button', { name: 'Apply' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '32 posts changed.' })).toBeVisible();
  await admin.goto(`/admin/posts?topicId=${topicId}&page=2`);
  await expect(admin.getByText('31–32 of 32')).toBeVisible();
});

test('a filtered list is saved under a name, opened with one click, renamed and deleted', async ({
  admin,
}) => {
  await admin.goto('/admin/posts?language=km');
  await admin.getByRole('button', { name: 'Save view' }).click();
  await admin.getByLabel('View name').fill('In Khmer');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  const views = admin.getByRole('navigation', { name: 'Saved views' });
  await expect(views.getByRole('link', { name: 'In Khmer' })).toBeVisible();
  await admin.goto('/admin/posts');
  await views.getByRole('link', { name: 'In Khmer' }).click();
  await expect(admin).toHaveURL(/language=km/);
  await views.getByRole('button', { name: 'Rename' }).click();
  await admin.getByLabel('View name').fill('Khmer ones');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(views.getByRole('link', { name: 'Khmer ones' })).toBeVisible();
  await views.getByRole('button', { name: 'Delete view' }).click();
  await expect(views.getByRole('link', { name: 'Khmer ones' })).toHaveCount(0);
});

test('a post is moved to the bin from the editor, restored, and deleted permanently only from the bin', async ({
  admin,
  site,
}) => {
  admin.on('dialog', (dialog) => void dialog.accept());
  const { id } = site.buildPost({ headline: 'From the editor', status: 'draft' });
  const desk = new Desk(admin);
  await desk.open(id);
  const section = await desk.section('Duplicate or delete');
  await section.getByRole('button', { name: 'Move to bin' }).click();
  await admin.waitForURL(/\/admin\/posts\?/);
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('link', { name: 'From the editor' })).toBeVisible();

  await admin.getByRole('button', { name: 'More actions for “From the editor”' }).click();
  await admin.getByRole('menuitem', { name: 'Move to bin' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '1 post moved to the bin.' })).toBeVisible();
  await admin.goto('/admin/posts?status=binned');
  await expect(admin.getByText('Posts in the bin are deleted permanently after 30 days')).toBeVisible();
  await admin.getByRole('checkbox', { name: 'From the editor' }).check();
  await admin.getByRole('button', { name: 'Delete permanently' }).click();
  await expect(admin.getByRole('status').filter({ hasText: '1 post deleted permanently.' })).toBeVisible();
  expect((await admin.goto(`/admin/posts/${id}`))?.status()).toBe(404);
});

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
  await admin.getByLabel('Language').selectOption('km');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('គណនី');
  await admin.goto('/admin/posts');
  await expect(admin.locator('html')).toHaveAttribute('lang', 'km');
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('អត្ថបទ');
  const palette = await openPalette(admin);
  await palette.getByRole('option', { name: /English/ }).click();
  await expect(admin.locator('html')).toHaveAttribute('lang', 'en');
});

test('topics and authors are created, changed, shown to readers, and deleted', async ({ admin, page }) => {
  admin.on('dialog', (dialog) => void dialog.accept());
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
    await expect(admin.getByText(`${name} now`)).toHaveCount(0);
    expect((await page.goto(`/${room}/${path}`))?.status()).toBe(404);
  }
});

test('settings apply to reader pages at once: name, tagline, navigation', async ({ admin, page }) => {
  await admin.goto('/admin/settings');
  await admin.getByLabel('Name (English)').fill('The Lamp Weekly');
  await admin.getByLabel('Tagline (English)').fill('Slow thoughts, well lit');
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
  const rooms = ['', '/posts', '/media', '/topics', '/authors', '/settings', '/account'];
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

test('on a phone the menu scrolls to the current page', async ({ admin }) => {
  await admin.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/admin/account', '/admin/settings', '/admin']) {
    await admin.goto(path);
    const room = admin.getByRole('navigation').locator('[aria-current]');
    await expect(room).toBeInViewport({ ratio: 0.95 });
  }
});
