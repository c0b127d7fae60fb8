import sharp from 'sharp';
import { Desk } from './desk';
import { expect, test } from './fixtures';

/** Makes a photograph as a phone does: rotated by its Exif orientation, and with the place where it was taken. */
function phonePicture(background = '#236'): Promise<Buffer> {
  return sharp({ create: { width: 1600, height: 1000, channels: 3, background } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 33/1 0/1' } })
    .jpeg()
    .toBuffer();
}

test('a picture is added with the button, and reaches readers without its metadata', async ({
  admin,
  page,
  request,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('By the water');
  await desk.body.click();
  await admin.keyboard.type('Look at this.');
  await desk.tool('Picture');
  await admin
    .getByLabel('Upload from this device')
    .setInputFiles({ name: 'phone.jpg', mimeType: 'image/jpeg', buffer: await phonePicture() });
  const figure = desk.body.getByRole('figure');
  await figure.getByLabel('Alt text').fill('A blue field');
  await figure.getByLabel('Caption').fill('The river at noon.');
  await figure.getByLabel('Credit').fill('Photograph: Dara Lim');
  await page.goto(await desk.publish());

  const shown = page.getByRole('figure');
  await expect(shown.locator('figcaption')).toContainText('The river at noon.');
  await expect(shown.locator('figcaption')).toContainText('Photograph: Dara Lim');
  const image = shown.getByRole('img', { name: 'A blue field' });
  // Its orientation tag says that the picture is upright.
  expect(Number(await image.getAttribute('height'))).toBeGreaterThan(
    Number(await image.getAttribute('width')),
  );
  await expect
    .poll(() => image.evaluate((element: HTMLImageElement) => element.complete && element.naturalWidth))
    .toBeGreaterThan(0);

  const markup = await shown.innerHTML();
  const addresses = [...markup.matchAll(/\/media\/[^\s",]+/g)].map(([address]) => address);
  expect(new Set(addresses).size).toBeGreaterThan(3);
  for (const address of new Set(addresses)) {
    const answer = await request.get(address);
    expect(answer.headers()['cache-control']).toContain('immutable');
    expect((await sharp(await answer.body()).metadata()).exif).toBeUndefined();
  }
});

test('pictures can also be added by drop and by paste', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  const bytes = [...(await phonePicture())];
  for (const kind of ['drop', 'paste'] as const) {
    await desk.body.evaluate(
      (element, { bytes, kind }) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], `${kind}.jpg`, { type: 'image/jpeg' }));
        const { left, top } = element.getBoundingClientRect();
        element.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', {
                dataTransfer: transfer,
                bubbles: true,
                cancelable: true,
                clientX: left + 10,
                clientY: top + 10,
              })
            : new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
        );
      },
      { bytes, kind },
    );
    await expect(desk.body.getByRole('figure')).toHaveCount(kind === 'drop' ? 1 : 2);
  }
  await desk.saved();
});

test('a lead picture has each post’s own alt text and caption, and empty fields come from the library', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('Under the tower');
  await desk.body.fill('It still stands.');
  const section = await desk.section('Lead picture');
  await section.getByRole('button', { name: 'Choose picture' }).click();
  await admin
    .getByLabel('Upload from this device')
    .setInputFiles({ name: 'water-at-dusk.jpg', mimeType: 'image/jpeg', buffer: await phonePicture('#842') });
  await section.getByLabel('Alt text').fill('A water tower at dusk');
  await section.getByLabel('Credit').fill('Photograph: Dara Lim');
  await desk.saved();
  const first = await desk.publish();

  await desk.begin(site);
  await desk.headline.fill('Another view of the tower');
  await desk.body.fill('It stands there too.');
  await (await desk.section('Lead picture')).getByRole('button', { name: 'Choose picture' }).click();
  const picker = admin.getByRole('dialog');
  await picker.getByRole('searchbox').fill('water-at-dusk');
  await expect(picker.getByRole('listitem')).toHaveCount(1);
  await picker.getByRole('listitem').getByRole('button').click();
  await section.getByLabel('Alt text').fill('The same tower, in another post');
  await desk.saved();
  await page.goto(await desk.publish());
  await expect(page.getByRole('img', { name: 'The same tower, in another post' })).toBeVisible();
  await expect(page.getByText('Photograph: Dara Lim')).toBeVisible();
  await page.goto(first);
  await expect(page.getByRole('img', { name: 'A water tower at dusk' })).toBeVisible();
});

test('a file that is not a picture is refused with a plain message', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.tool('Picture');
  await admin.getByLabel('Upload from this device').setInputFiles({
    name: 'letter.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('<svg onload=alert(1)>'),
  });
  await expect(desk.body.getByRole('alert')).toContainText(/picture|JPEG/);
  await expect(desk.body.getByRole('figure')).toHaveCount(0);
});
