import type { APIRequestContext, Page } from '@playwright/test';
import sharp from 'sharp';
import { findings } from './axe';
import { expect, OWNER, test } from './fixtures';

const SAVED = 'Saved. Readers see the change now.';

async function save(admin: Page): Promise<void> {
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByText(SAVED)).toBeVisible();
}

/** A picture with a place in its metadata. */
async function picture(name: string, width: number, height: number, background: string) {
  const buffer = await sharp({ create: { width, height, channels: 4, background } })
    .withExif({ IFD0: { Make: 'Tellcamera' } })
    .png()
    .toBuffer();
  expect(buffer.includes('Tellcamera')).toBe(true);
  return { name, mimeType: 'image/png', buffer };
}

async function upload(admin: Page, field: string, file: { name: string; mimeType: string; buffer: Buffer }) {
  const group = admin.getByRole('group', { name: field, exact: true }).last();
  await group.getByLabel('Upload a picture').setInputFiles(file);
  return group;
}

async function bytesAt(request: APIRequestContext, path: string): Promise<Buffer> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  return answer.body();
}

test('logo and icon are uploaded once, and everything follows at once', async ({
  admin,
  page,
  request,
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'A letter with a head' });
  const icons = ['/favicon.ico', '/icon.svg', '/icon-192.png', '/icon-512.png', '/apple-touch-icon.png'];
  const before = await Promise.all(icons.map((path) => bytesAt(request, path)));
  const shared = async () => {
    await page.goto(`/${slug}`);
    return page.locator('meta[property="og:image"]').getAttribute('content');
  };
  const cardBefore = await shared();

  await admin.goto('/admin/settings/looks');
  const logo = await upload(admin, 'Logo', await picture('logo.png', 900, 200, '#0a5c36'));
  await expect(logo.getByRole('img', { name: 'Logo' })).toBeVisible();
  await upload(admin, 'Icon', await picture('icon.png', 600, 600, '#0a5c36'));
  await expect(admin.getByText('Not saved yet.')).toHaveCount(2);
  await save(admin);
  await expect(admin.getByText('Not saved yet.')).toHaveCount(0);

  for (const [at, path] of icons.entries())
    expect(await bytesAt(request, path), path).not.toEqual(before[at]);
  expect(await shared()).not.toBe(cardBefore);
  const card = await request.get((await shared()) ?? '');
  expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/png']);

  const shown = page.getByRole('banner').getByRole('img');
  for (const path of ['/', `/${slug}`, '/topics', '/search?q=letter']) {
    await page.goto(path);
    await expect(shown, path).toHaveAttribute('alt', 'The Lamp');
    await expect(page.locator('link[rel=icon]')).toHaveAttribute('href', /^\/icon-192\.png\?v=/);
  }
  const file = await bytesAt(request, (await shown.getAttribute('src')) ?? '');
  expect(file.includes('Tellcamera')).toBe(false);
  const { icons: named } = await (await request.get('/manifest.webmanifest')).json();
  for (const { src } of named) expect((await request.get(src)).status(), src).toBe(200);
  // The text edition and the sign-in page have the name where there is no picture, and the logo where there is.
  expect(await (await request.get('/text')).text()).toContain('>The Lamp</a>');
  await page.goto('/admin/sign-in');
  await expect(page.getByRole('img', { name: 'The Lamp' })).toBeVisible();
});

test('an icon that is not square is offered a square crop, which every icon follows', async ({
  admin,
  request,
}) => {
  // Blue, with a red square in its middle: cropped to that, the icon has neither a margin nor blue.
  const middle = { create: { width: 300, height: 300, channels: 4 as const, background: '#f00' } };
  const buffer = await sharp({ create: { width: 900, height: 300, channels: 4, background: '#00f' } })
    .composite([{ input: middle, left: 300, top: 0 }])
    .png()
    .toBuffer();
  await admin.goto('/admin/settings/looks');
  const icon = await upload(admin, 'Icon', { name: 'wide.png', mimeType: 'image/png', buffer });
  await expect(icon.getByText('This picture is not square.')).toBeVisible();
  await icon.getByRole('button', { name: 'Crop to a square' }).click();
  const crop = admin.getByRole('dialog', { name: 'Crop and rotate' });
  await expect(crop.getByRole('status')).toContainText('300 × 300 pixels, 300 from the left');
  expect(await findings(admin), 'the crop').toEqual([]);
  await crop.getByRole('button', { name: 'Save picture' }).click();
  await expect(crop).toHaveCount(0);
  await expect(icon.getByText('This picture is not square.')).toHaveCount(0);
  await save(admin);
  const { data, info } = await sharp(await bytesAt(request, '/icon-192.png'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([192, 192]);
  for (const at of [0, 191, 192 * 191, 192 * 192 - 1])
    expect([...data.subarray(at * info.channels).subarray(0, 3)]).toEqual([255, 0, 0]);
});

test('a drawing in SVG is refused with the reason', async ({ admin }) => {
  await admin.goto('/admin/settings/looks');
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';
  const file = { name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) };
  const logo = await upload(admin, 'Logo', file);
  await expect(logo.getByRole('alert')).toContainText('not a supported picture');
  await expect(logo.getByRole('img')).toHaveCount(0);
});

test('an accent colour is made readable, and reaches pages in light and in dark', async ({ admin, page }) => {
  await admin.goto('/admin/settings/looks');
  await admin.getByLabel('Accent colour').fill('#FFD400');
  await expect(admin.getByText('Changed so that it can be read.')).toBeVisible();
  await save(admin);
  const accent = async () =>
    page.evaluate(() => {
      const probe = document.createElement('p');
      probe.style.color = 'var(--accent)';
      document.body.append(probe);
      return getComputedStyle(probe).color;
    });
  for (const path of ['/light', '/dark']) {
    await page.goto(path);
    expect(await findings(page), path).toEqual([]);
  }
  expect(await accent()).toBe('rgb(255, 212, 0)');
  await page.emulateMedia({ media: 'print' });
  expect(await accent()).toBe('rgb(0, 0, 0)');

  await admin.getByLabel('Accent colour').fill('gold');
  await admin.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByRole('alert').filter({ hasText: 'six digits' })).toBeVisible();
});

test('menu and footer lead to other sites, with contact and licence, on every kind of page', async ({
  admin,
  page,
  site,
}) => {
  const { slug } = site.buildPost({ headline: 'Free to copy' });
  await admin.goto('/admin/settings/menu');
  await admin.getByLabel('Link 1').fill('https://shop.example/');
  await admin.getByLabel('Label 1 (English)').fill('Books');
  await save(admin);
  await admin.goto('/admin/settings/footer');
  await admin.getByLabel('Text (English)').fill('Made by the river.');
  await admin.getByLabel('Contact').fill('desk@lamp.example');
  await admin.getByLabel('Social networks').fill('https://t.me/lamp\nhttps://www.facebook.com/lamp');
  await admin.getByLabel('Licence of your own texts').selectOption('by');
  await admin.getByLabel('Link 1').fill('https://reed.example/');
  await admin.getByLabel('Label 1 (English)').fill('The Reed');
  await save(admin);
  for (const path of ['/', `/${slug}`, '/topics', '/text']) {
    await page.goto(path);
    await expect(page.getByRole('link', { name: 'Books' }), path).toHaveAttribute('href', /shop\.example/);
    const end = page.getByRole('contentinfo');
    await expect(end, path).toContainText('Made by the river.');
    for (const [name, href] of [
      ['desk@lamp.example', /^mailto:/],
      ['Telegram', /t\.me/],
      ['The Reed', /reed\.example/],
      ['CC BY 4.0', /creativecommons\.org/],
    ] as const)
      await expect(end.getByRole('link', { name }), path).toHaveAttribute('href', href);
  }
  await page.goto(`/${slug}`);
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(data).toContain('"license":"https://creativecommons.org/licenses/by/4.0/"');
  expect(await findings(page)).toEqual([]);
});

test('people change their own name and e-mail address, the address with their passphrase', async ({
  admin,
  page,
}) => {
  await admin.goto('/admin/account');
  const details = admin.locator('section').filter({ hasText: 'Your details' });
  await details.getByLabel('Your name').fill('Dara of the Lamp');
  await details.getByLabel('E-mail', { exact: true }).fill('dara@lamp.example');
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details.getByRole('alert')).toContainText('current passphrase is incorrect');
  await details.getByLabel(/Current passphrase/).fill(OWNER.passphrase);
  await details.getByRole('button', { name: 'Save' }).click();
  await expect(details.getByRole('status')).toBeVisible();
  await page.goto('/admin/sign-in');
  await page.getByLabel('E-mail').fill('dara@lamp.example');
  await page.getByLabel('Passphrase').fill(OWNER.passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/admin$/);
});
