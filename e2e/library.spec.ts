import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { findings } from './axe';
import { confirmIn, Desk } from './desk';
import { expect, type Site, test } from './fixtures';

/** Makes a tall picture, black with a white foot: a crop shows which part was kept. */
async function picture(name: string, background = '#000', foot = '#fff') {
  const bar = { create: { width: 600, height: 200, channels: 3 as const, background: foot } };
  const buffer = await sharp({ create: { width: 600, height: 1000, channels: 3, background } })
    .composite([{ input: bar, left: 0, top: 800 }])
    .jpeg()
    .toBuffer();
  return { name, mimeType: 'image/jpeg', buffer };
}

type Chosen = Awaited<ReturnType<typeof picture>>;

/** Adds files to the library, all at once. */
async function add(admin: Page, ...files: Chosen[]): Promise<void> {
  await admin.goto('/admin/media');
  await expect(admin.getByLabel('Upload files')).toBeEnabled();
  await admin.getByLabel('Upload files').setInputFiles(files);
}

/** Opens the library item with this name. */
async function open(admin: Page, name: string) {
  await admin.getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
  const dialog = admin.getByRole('dialog', { name });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Creates a post with a picture from the library. */
async function beginWith(site: Site, desk: Desk, headline: string, search: string): Promise<number> {
  const postId = await desk.begin(site);
  await desk.headline.fill(headline);
  await desk.body.click();
  await desk.tool('Picture');
  const picker = desk.page.getByRole('dialog', { name: 'Insert pictures' });
  await picker.getByRole('searchbox').fill(search);
  await expect(picker.getByRole('listitem')).toHaveCount(1);
  await picker.getByRole('listitem').getByRole('button').click();
  await picker.getByRole('button', { name: 'Insert (1)' }).click();
  await expect(desk.body.getByRole('figure')).toHaveCount(1);
  return postId;
}

test('many files are uploaded at once; a bad one does not hold up the others, and search finds what was uploaded', async ({
  admin,
}) => {
  const bad = {
    name: 'notes.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('These are notes, no picture.'),
  };
  await add(admin, await picture('pier-a.jpg', '#112'), bad, await picture('pier-b.jpg', '#221'));
  const uploads = admin.getByRole('region', { name: 'Uploads' });
  await expect(uploads.getByRole('status')).toHaveText('2 of 3 uploaded');
  await expect(uploads.getByRole('alert')).toContainText('not a supported picture');
  await expect(uploads.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await uploads.getByLabel('Choose another notes.jpg').setInputFiles(await picture('quay.jpg', '#345'));
  await expect(uploads.getByRole('status')).toHaveText('3 of 3 uploaded');
  await admin.getByRole('searchbox', { name: 'Search the library' }).fill('pier-');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('2 files', { exact: true })).toBeVisible();
  for (const name of [/^pier-a\.jpg/, /^pier-b\.jpg/])
    await expect(admin.getByRole('button', { name })).toBeVisible();
  await admin.getByRole('searchbox', { name: 'Search the library' }).fill('nothing is called so');
  await admin.keyboard.press('Enter');
  await expect(admin.getByText('No files match.')).toBeVisible();
});

test('alt text and caption are kept in the library, and are reused with the picture', async ({
  admin,
  site,
}) => {
  await add(admin, await picture('trawler.jpg', '#314'));
  await expect(admin.getByText('1 of 1 uploaded')).toBeVisible();
  const desk = new Desk(admin);
  await beginWith(site, desk, 'The trawler', 'trawler');
  const figure = desk.body.getByRole('figure');
  await figure.getByLabel('Alt text').fill('A trawler at the gangplank');
  await figure.getByLabel('Credit').fill('Photograph: Dara Lim');
  await desk.headline.focus();
  await expect(figure.getByText('Also saved in the library.')).toBeVisible();
  await desk.saved();
  await beginWith(site, desk, 'Another trawler', 'gangplank');
  await expect(figure.getByLabel('Alt text')).toHaveValue('A trawler at the gangplank');
  await expect(figure.getByLabel('Credit')).toHaveValue('Photograph: Dara Lim');
  await desk.saved();
});

test('a caption and a focus point are saved, found by search, and used where the sharing picture is cropped', async ({
  admin,
  request,
  site,
}) => {
  await add(admin, await picture('tower.jpg'));
  await expect(admin.getByText('1 of 1 uploaded')).toBeVisible();
  const dialog = await open(admin, 'tower.jpg');
  await dialog.getByRole('button', { name: /^Focus point: 50%/ }).focus();
  for (let step = 0; step < 10; step++) await admin.keyboard.press('ArrowDown');
  await dialog.getByLabel('Caption').fill('Boats at rest.');
  await dialog.getByRole('button', { name: 'Save' }).press('Enter');
  await expect(admin.getByRole('dialog').getByText('Saved.')).toBeVisible();
  await admin.goto('/admin/media?q=rest');
  // Its caption is its name from now on.
  const captioned = await open(admin, 'Boats at rest.');
  await expect(
    captioned.getByRole('button', { name: 'Focus point: 50% from the left, 100% from the top' }),
  ).toBeVisible();

  const mediaId = String(
    site.db.$client.prepare("select id from media where original_name = 'tower.jpg'").pluck().get(),
  );
  const leadWords = { alt: 'A tower over the river', caption: '', credit: '' };
  const { slug } = site.buildPost({ headline: 'The tower', leadMediaId: mediaId, leadWords });
  const html = await (await request.get(`/${slug}`)).text();
  const address = /property="og:image" content="([^"]+)"/.exec(html)?.[1];
  const shared = await request.get(address ?? '');
  expect(shared.headers()['content-type']).toBe('image/jpeg');
  const { data, info } = await sharp(await shared.body())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([600, 315]);
  expect(data.at(-1)).toBeGreaterThan(240);
});

test('the library says where a picture is used, replaces it everywhere, and keeps what is in use', async ({
  admin,
  page,
  site,
}) => {
  await add(admin, await picture('bazaar.jpg', '#531'));
  await expect(admin.getByText('1 of 1 uploaded')).toBeVisible();
  const desk = new Desk(admin);
  await beginWith(site, desk, 'The bazaar at noon', 'bazaar');
  const path = await desk.publish();
  await page.goto(path);
  const before = await page.getByRole('figure').locator('img').getAttribute('src');

  await admin.goto('/admin/media?q=bazaar');
  expect(await findings(admin), 'the library').toEqual([]);
  const dialog = await open(admin, 'bazaar.jpg');
  await expect(dialog.getByRole('link', { name: 'The bazaar at noon', exact: true })).toBeVisible();
  await expect(dialog.getByText('in the draft · published or scheduled')).toBeVisible();
  expect(await findings(admin), 'a picture of the library').toEqual([]);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await confirmIn(admin, 'Delete');
  await expect(dialog.getByRole('alert')).toContainText('“The bazaar at noon”');

  await dialog.getByLabel('Replace file').setInputFiles(await picture('bazaar-new.jpg', '#135'));
  // The picture has the name of its new file.
  const replaced = admin.getByRole('dialog', { name: 'bazaar-new.jpg' });
  await expect(replaced.getByRole('status').filter({ hasText: '1 of 1 uploaded' })).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole('figure').locator('img')).not.toHaveAttribute('src', before ?? '');
});
