import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { findings } from './axe';
import { Desk } from './desk';
import { expect, type Site, test } from './fixtures';

interface Dropped {
  name: string;
  bytes: number[];
}

/** Makes a picture of one colour, so that no two tests share a file. */
async function picture(name: string, background: string): Promise<Dropped> {
  const made = sharp({ create: { width: 640, height: 400, channels: 3, background } }).jpeg();
  return { name, bytes: [...(await made.toBuffer())] };
}

const NO_PICTURE: Dropped = { name: 'letter.jpg', bytes: [...Buffer.from('Dear reader, this is a letter.')] };

/** Pastes several files at once, as from a folder on the author's machine. */
function pasteFiles(into: Locator, files: Dropped[]): Promise<void> {
  return into.evaluate((element, files) => {
    const clipboardData = new DataTransfer();
    for (const { name, bytes } of files)
      clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, files);
}

/** Holds every upload whose address contains `part` until released. */
async function holdUploads(page: Page, part: string): Promise<() => void> {
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(`**/admin/media/upload*${part}*`, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
}

/** Returns the draft as the server has it. */
function savedBody(site: Site, postId: number): string {
  return String(site.db.$client.prepare('select body from drafts where post_id = ?').pluck().get(postId));
}

async function begin(admin: Page, site: Site) {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('Before them.');
  return { desk, postId, coming: desk.body.getByRole('list', { name: 'Uploads' }) };
}

test('pictures added together appear in place at once, and become one gallery in their order', async ({
  admin,
  site,
}) => {
  const { desk, postId, coming } = await begin(admin, site);
  const letGo = await holdUploads(admin, 'slow');
  const files = [
    await picture('slow-east.jpg', '#a31'),
    await picture('north.jpg', '#3a1'),
    await picture('west.jpg', '#13a'),
  ];
  await pasteFiles(desk.body, files);
  await expect(coming.getByRole('listitem')).toHaveCount(3);
  await expect
    .poll(() =>
      coming
        .locator('img')
        .first()
        .evaluate((image: HTMLImageElement) => image.naturalWidth),
    )
    .toBe(640);
  await expect(coming.getByRole('listitem', { name: 'west.jpg' })).toContainText('Uploaded');
  await admin.keyboard.type(' And after.');
  await desk.saved();
  // A pending picture is not part of the text.
  expect(savedBody(site, postId)).toContain('And after.');
  expect(savedBody(site, postId)).not.toMatch(/figure|gallery|blob:/);
  expect(await findings(admin, '[aria-label=Uploads]')).toEqual([]);
  letGo();
  await expect(desk.body.getByRole('figure')).toHaveCount(3);
  await expect(coming).toHaveCount(0);
  await desk.saved();
  const order = [...savedBody(site, postId).matchAll(/"mediaId":"([a-z0-9]+)"/g)].map(([, id]) => id);
  const names = site.db.$client.prepare('select original_name from media where id = ?').pluck();
  expect(order.map((id) => names.get(id))).toEqual(files.map(({ name }) => name));
  expect(savedBody(site, postId)).toContain('"gallery"');
  await admin.keyboard.press('Control+z');
  await expect(desk.body.getByRole('figure')).toHaveCount(0);
  await expect(desk.body).toContainText('And after.');
});

test('a refused picture says why, does not hold up the others, and another can be chosen, or it can be skipped', async ({
  admin,
  site,
}) => {
  const { desk, coming } = await begin(admin, site);
  await pasteFiles(desk.body, [NO_PICTURE, await picture('good.jpg', '#7a7')]);
  await expect(desk.body.getByRole('figure')).toHaveCount(1);
  const refused = coming.getByRole('listitem', { name: 'letter.jpg' });
  await expect(refused.getByRole('alert')).toContainText('not a supported picture');
  await expect(refused.getByRole('button', { name: 'Try again' })).toHaveCount(0);
  await refused.getByLabel('Choose another letter.jpg').setInputFiles({
    name: 'note.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('Dear reader, another letter.'),
  });
  const again = coming.getByRole('listitem', { name: 'note.jpg' });
  await expect(again.getByRole('alert')).toContainText('not a supported picture');
  await again.getByRole('button', { name: 'Skip' }).press('Enter');
  await expect(coming).toHaveCount(0);
  await desk.saved();
});

test('a picture that finishes late keeps its position in its group', async ({ admin, site }) => {
  const { desk, postId, coming } = await begin(admin, site);
  await admin.route('**/admin/media/upload*full*', (route) =>
    route.fulfill({ status: 422, json: { ok: false, code: 'unavailable', message: 'The disk is full.' } }),
  );
  const files = [
    await picture('one.jpg', '#911'),
    await picture('full.jpg', '#191'),
    await picture('three.jpg', '#119'),
  ];
  await pasteFiles(desk.body, files);
  await expect(desk.body.getByRole('figure')).toHaveCount(2);
  await admin.unroute('**/admin/media/upload*full*');
  await coming.getByRole('button', { name: 'Try again' }).click();
  await expect(desk.body.getByRole('figure')).toHaveCount(3);
  await desk.saved();
  const gallery = JSON.parse(savedBody(site, postId)).content.find(
    ({ type }: { type: string }) => type === 'gallery',
  );
  const names = site.db.$client.prepare('select original_name from media where id = ?').pluck();
  expect(
    gallery.content.map((figure: { attrs: { mediaId: string } }) => names.get(figure.attrs.mediaId)),
  ).toEqual(files.map(({ name }) => name));
});

test('offline a picture waits, says so, and is inserted when the network is back', async ({
  admin,
  site,
}) => {
  const { desk, coming } = await begin(admin, site);
  await admin.context().setOffline(true);
  await pasteFiles(desk.body, [await picture('offline.jpg', '#aa3')]);
  await expect(coming.getByRole('alert')).toContainText('waits here');
  await admin.context().setOffline(false);
  await expect(desk.body.getByRole('figure')).toHaveCount(1);
  await desk.saved();
});

test('an upload can be stopped, and leaving the page during one asks for confirmation', async ({
  admin,
  site,
}) => {
  const { desk, coming } = await begin(admin, site);
  await holdUploads(admin, 'held');
  await pasteFiles(desk.body, [await picture('held.jpg', '#a3a')]);
  await expect(coming.getByRole('listitem', { name: 'held.jpg' })).toBeVisible();
  await desk.saved();
  const asked = admin.waitForEvent('dialog');
  await admin.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await coming.getByRole('button', { name: 'Cancel' }).click();
  await expect(coming).toHaveCount(0);
  await expect(desk.body.getByRole('figure')).toHaveCount(0);
});

test('several pictures of the library are chosen at once with the arrow keys, and become a gallery', async ({
  admin,
  site,
}) => {
  const { desk } = await begin(admin, site);
  await pasteFiles(desk.body, [
    await picture('tide-low.jpg', '#588'),
    await picture('tide-high.jpg', '#855'),
  ]);
  await expect(desk.body.getByRole('figure')).toHaveCount(2);
  await desk.begin(site);
  await desk.tool('Picture');
  const dialog = admin.getByRole('dialog', { name: 'Insert pictures' });
  await dialog.getByRole('searchbox').fill('tide');
  const offered = dialog.getByRole('listitem').getByRole('button');
  await expect(offered).toHaveCount(2);
  await offered.first().focus();
  await admin.keyboard.press('Space');
  await admin.keyboard.press('ArrowRight');
  await admin.keyboard.press('Space');
  await expect(dialog.locator('[aria-pressed="true"]')).toHaveCount(2);
  expect(await findings(admin, 'dialog[open]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Insert (2)' }).press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(desk.body.getByRole('figure')).toHaveCount(2);
  await desk.saved();
});
