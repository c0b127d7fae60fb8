import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { findings } from './axe';
import { Desk } from './desk';
import { expect, type Site, test } from './fixtures';

/** Makes a picture of 800 by 600 pixels, red on the left and blue on the right. */
async function twoColours(): Promise<Buffer> {
  const right = { create: { width: 400, height: 600, channels: 3 as const, background: '#00f' } };
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#f00' } })
    .composite([{ input: right, left: 400, top: 0 }])
    .png()
    .toBuffer();
}

async function upload(admin: Page, site: Site, name: string): Promise<string> {
  await admin.goto('/admin/media');
  await expect(admin.getByLabel('Upload files')).toBeEnabled();
  const buffer = await twoColours();
  await admin.getByLabel('Upload files').setInputFiles({ name, mimeType: 'image/png', buffer });
  await expect(admin.getByText('1 of 1 uploaded')).toBeVisible();
  return String(site.db.$client.prepare('select id from media where original_name = ?').pluck().get(name));
}

/** Opens the crop of a picture of the library. */
async function openCrop(admin: Page, name: string): Promise<Locator> {
  await admin.goto(`/admin/media?q=${name}`);
  await admin.getByRole('button', { name: new RegExp(`^${name}`) }).press('Enter');
  await admin.getByRole('button', { name: 'Crop and rotate' }).press('Enter');
  const crop = admin.getByRole('dialog', { name: 'Crop and rotate' });
  await expect(crop.getByRole('button', { name: 'Selection' })).toBeVisible();
  return crop;
}

async function save(crop: Locator): Promise<void> {
  await crop.getByRole('button', { name: 'Save picture' }).press('Enter');
  await expect(crop).toHaveCount(0);
}

test('a picture is turned and cropped by keys, readers get the part alone, and the whole comes back', async ({
  admin,
  page,
  request,
  site,
}) => {
  const mediaId = await upload(admin, site, 'two-colours.png');
  const leadWords = { alt: 'Two colours', caption: '', credit: '' };
  const { slug } = site.buildPost({ headline: 'Two halves', leadMediaId: mediaId, leadWords });
  const shown = page.getByRole('img', { name: 'Two colours' });
  const address = async () => {
    await page.goto(`/${slug}`);
    await expect(shown).toBeVisible();
    return shown.getAttribute('src');
  };
  const before = (await address()) ?? '';

  const crop = await openCrop(admin, 'two-colours.png');
  await crop.getByRole('button', { name: 'Rotate right' }).press('Enter');
  await expect(crop.getByRole('status')).toContainText('600 × 800 pixels');
  await crop.getByRole('button', { name: '16:9' }).press('Enter');
  // The picture stands now, and so does the shape.
  await expect(crop.getByRole('status')).toContainText('450 × 800 pixels');
  await crop.getByRole('checkbox', { name: 'Portrait format' }).uncheck();
  await expect(crop.getByRole('status')).toContainText('600 × 338 pixels');
  const selection = crop.getByRole('button', { name: 'Selection' });
  await selection.focus();
  for (let step = 0; step < 30; step += 1) await admin.keyboard.press('ArrowUp');
  await expect(crop.getByRole('status')).toContainText('0 from the left, 0 from the top');
  expect(await findings(admin), 'the crop').toEqual([]);
  await save(crop);

  const after = (await address()) ?? '';
  expect(after).not.toBe(before);
  await expect(shown).toHaveAttribute('width', '600');
  const file = await request.get(after);
  const { data } = await sharp(await file.body())
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Turned clockwise, the red half is above: all of the part is red.
  expect([...data.subarray(0, 3)]).toEqual([255, 0, 0]);
  expect([...data.subarray(data.length - 3)]).toEqual([255, 0, 0]);
  expect((await request.get(before)).status()).toBe(404);
  expect((await request.get(`/media/${mediaId}/master.png`)).status()).toBe(404);
  expect((await request.get(`/admin/media/original?media=${mediaId}`)).status()).toBe(401);

  const again = await openCrop(admin, 'two-colours.png');
  await expect(again.getByRole('status')).toContainText('600 × 338 pixels');
  await again.getByRole('button', { name: 'Whole original' }).press('Enter');
  await expect(again.getByRole('status')).toContainText('800 × 600 pixels');
  await save(again);
  expect(await address()).not.toBe(before);
  await expect(shown).toHaveAttribute('width', '800');
});

test('a pointer drags the selection and its corners, at least to the least size, which is said', async ({
  admin,
  site,
}) => {
  await upload(admin, site, 'dragged.png');
  const crop = await openCrop(admin, 'dragged.png');
  const corner = crop.getByRole('button', { name: 'Bottom right corner' });
  const drag = async (from: Locator, byX: number, byY: number) => {
    const box = await from.boundingBox();
    if (!box) throw new Error('It is not shown.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await admin.mouse.move(x, y);
    await admin.mouse.down();
    await admin.mouse.move(x + byX / 2, y + byY / 2);
    await admin.mouse.move(x + byX, y + byY);
    await admin.mouse.up();
  };
  await drag(corner, -600, -400);
  await expect(crop.getByRole('status')).toContainText('100 × 100 pixels');
  await expect(crop.getByText('This is the smallest size.')).toBeVisible();
  await drag(corner, 600, 400);
  await expect(crop.getByRole('status')).toContainText('800 × 600 pixels');
  await crop.getByRole('button', { name: '1:1' }).click();
  await drag(crop.getByRole('button', { name: 'Selection' }), 300, 0);
  await expect(crop.getByRole('status')).toContainText('600 × 600 pixels, 200 from the left');
});

test('a picture is cropped where it is in the text, and the published post shows the part at once', async ({
  admin,
  page,
  site,
}) => {
  const mediaId = await upload(admin, site, 'in-the-text.png');
  const body = { type: 'doc', content: [{ type: 'figure', attrs: { mediaId, alt: 'Two colours' } }] };
  const { slug, id } = site.buildPost({ headline: 'A part of it', body: body as never });
  await admin.goto(`/admin/posts/${id}`);
  const desk = new Desk(admin);
  const figure = desk.body.getByRole('figure');
  await figure.getByRole('button', { name: 'Crop and rotate' }).click();
  const crop = admin.getByRole('dialog', { name: 'Crop and rotate' });
  await crop.getByRole('button', { name: '1:1' }).click();
  await expect(crop.getByRole('status')).toContainText('600 × 600 pixels');
  await save(crop);
  await expect(figure.getByRole('img')).toHaveAttribute('width', '600');
  await page.goto(`/${slug}`);
  const shown = page.getByRole('img', { name: 'Two colours' });
  await expect(shown).toHaveAttribute('width', '600');
  await expect(shown).toHaveAttribute('src', /\/r2-600\.png$/);
});

test('an animation is refused with a sentence', async ({ admin }) => {
  const frames = await Promise.all(
    ['#f00', '#0f0'].map((background) =>
      sharp({ create: { width: 200, height: 150, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const buffer = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  await admin.goto('/admin/media');
  await admin.getByLabel('Upload files').setInputFiles({ name: 'moving.gif', mimeType: 'image/gif', buffer });
  await expect(admin.getByText('1 of 1 uploaded')).toBeVisible();
  await admin.getByRole('button', { name: /^moving\.gif/ }).press('Enter');
  await admin.getByRole('button', { name: 'Crop and rotate' }).press('Enter');
  const crop = admin.getByRole('dialog', { name: 'Crop and rotate' });
  await expect(crop.getByRole('alert')).toContainText('Animated pictures cannot be cropped');
});
