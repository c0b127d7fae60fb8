import { Desk } from './desk';
import { expect, test } from './fixtures';

test('the checklist stops a post without a headline, and links to each problem', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('A claim without a head.');
  let dialog = await desk.beforePublishing();
  await expect(dialog.getByRole('button', { name: 'Publish now' })).toBeDisabled();
  await dialog.getByRole('button', { name: /^No headline yet/ }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.headline).toBeFocused();
  await admin.keyboard.type('A head for it');

  dialog = await desk.beforePublishing();
  await expect(dialog.getByText('No headline yet')).toHaveCount(0);
  await dialog.getByRole('button', { name: /^No standfirst/ }).click();
  await expect(admin.getByRole('textbox', { name: 'Standfirst' })).toBeFocused();
});

test('a broken internal link is found, and the checklist links to its words', async ({ admin, site }) => {
  const body = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'As we said ' },
          { type: 'text', text: 'before', marks: [{ type: 'link', attrs: { href: '/never-written' } }] },
        ],
      },
    ],
  };
  const { id } = site.buildPost({ headline: 'With a link', body, text: undefined, status: 'draft' });
  const desk = new Desk(admin);
  await desk.open(id);
  const dialog = await desk.beforePublishing();
  await dialog.getByRole('button', { name: /^1 broken link/ }).click();
  await expect(desk.body).toBeFocused();
  expect(await admin.evaluate(() => window.getSelection()?.toString())).toBe('before');
});

test('no control moves under the pointer when links have been checked', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('With an address');
  await desk.body.focus();
  await admin.keyboard.type('See https://127.0.0.1/never-there for it. ');
  let answer = () => {};
  const held = new Promise<void>((done) => {
    answer = done;
  });
  await admin.route('**/admin/links/check', async (route) => {
    await held;
    await route.continue();
  });
  const dialog = await desk.beforePublishing();
  await expect(dialog.getByText('Checking 1 link…')).toBeVisible();
  const places = () =>
    dialog
      .locator('input, button:not([aria-label])')
      .evaluateAll((controls) => controls.map((control) => control.getBoundingClientRect().y));
  const before = await places();
  answer();
  await expect(dialog.getByText('1 broken link')).toBeVisible();
  expect(await places()).toEqual(before);
});

test('a post is published unlisted, and then listed', async ({ admin, page, request, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('For those who know');
  const dialog = await desk.beforePublishing();
  await dialog.getByRole('radio', { name: 'Unlisted' }).check();
  await dialog.getByRole('button', { name: 'Publish unlisted' }).click();
  const path = await desk.livePath();
  expect((await page.goto(path))?.status()).toBe(200);
  expect(await (await request.get('/feed.xml')).text()).not.toContain('For those who know');
  await admin.getByRole('button', { name: 'List again' }).click();
  await expect(desk.indicator).toHaveText('Listed again');
  expect(await (await request.get('/feed.xml')).text()).toContain('For those who know');
});

test('changes are published without notice, or with a public correction', async ({ admin, page, site }) => {
  const { id, slug } = site.buildPost({
    headline: 'The toll',
    text: 'The toll is forty.',
    now: Date.now() - 9e8,
  });
  const desk = new Desk(admin);
  await desk.open(id);
  const change = async (way: string) => {
    await desk.body.click();
    await admin.keyboard.press('Control+End');
    await admin.keyboard.type('!');
    await desk.saved();
    const dialog = await desk.beforePublishing();
    await dialog.getByRole('radio', { name: way }).check();
    return dialog;
  };
  const silent = await change('Without notice');
  await silent.getByRole('button', { name: 'Publish changes' }).click();
  await desk.livePath();
  await page.goto(`/${slug}`);
  await expect(page.getByTestId('document-body')).toHaveText('The toll is forty.!');
  await expect(page.getByText('Updated')).toHaveCount(0);

  const corrected = await change('With a correction');
  await corrected.getByLabel('Correction', { exact: true }).fill('It is four, not forty.');
  await corrected.getByRole('button', { name: 'Publish with correction' }).click();
  await expect(desk.indicator).toContainText('with correction');
  await page.goto(`/${slug}`);
  await expect(page.getByText('It is four, not forty.')).toBeVisible();
});

test('a person without an account can read the draft at a preview link until it is revoked, and nothing else', async ({
  admin,
  page,
  site,
}) => {
  const { id } = site.buildPost({ headline: 'Not out yet', text: 'For your eyes.', status: 'draft' });
  const desk = new Desk(admin);
  await desk.open(id);
  const section = await desk.section('Preview link');
  await section.getByRole('button', { name: 'Create link' }).click();
  const address = await section.getByLabel('Copy it now').inputValue();

  const answer = await page.goto(address);
  expect(answer?.headers()).toMatchObject({
    'cache-control': 'private, no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not out yet');
  await expect(page.getByRole('status')).toContainText('This link works until');
  await page.goto(`/admin/posts/${id}`);
  await expect(page).toHaveURL(/sign-in/);

  await section.getByRole('button', { name: /^Revoke link/ }).click();
  await expect(desk.indicator).toHaveText('Link revoked');
  expect((await page.goto(address))?.status()).toBe(410);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This preview link has expired');
});
