import { devices, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';
import { wav } from '@/tools/testing/recordings';
import { Desk } from './desk';
import { expect, test } from './fixtures';

interface File {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Makes a picture with its own colour, since equal bytes would be the same picture. */
async function picture(name: string, background: string): Promise<File> {
  const size = { width: 640, height: 400, channels: 3 as const };
  const buffer = await sharp({ create: { ...size, background } })
    .png()
    .toBuffer();
  return { name: `${name}.png`, mimeType: 'image/png', buffer };
}

const RECORDING = { name: 'bell.wav', mimeType: 'audio/wav', buffer: wav({}) };

/** Checks that the published post has what both runs write. */
async function expectEveryBlock(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const text = page.getByTestId('document-body');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What a ferry is for');
  await expect(
    page.locator('article > header').getByText('A count of boats.', { exact: true }),
  ).toBeVisible();
  await expect(text.locator(':scope > p').first()).toHaveText('It began in March.');
  await expect(text.locator('h2').first()).toHaveText('The ferry');
  await expect(text.locator('h3').first()).toHaveText('The bridge');
  await expect(text.locator('ul > li > ul > li')).toHaveText('With a bell');
  await expect(text.locator('ol > li').first()).toHaveText('Count them');
  await expect(text.getByRole('img', { name: 'Not done' })).toHaveCount(1);
  await expect(text.locator('blockquote:not(.pull-quote)')).toHaveText('We counted twice.');
  await expect(text.locator('.pull-quote')).toHaveText('Nobody counted the ferry');
  await expect(text.locator('td, th').first()).toHaveText('Year');
  await expect(text.locator('td, th').nth(1)).toHaveText('Boats');
  await expect(text.locator('hr')).toHaveCount(1);
  await expect(text.getByRole('note')).toHaveText('NoteMeetings are on Tuesdays.');
  await expect(text.locator('pre')).toHaveText('=B2*B3');
  await expect(text.locator('.footnotes li')).toContainText('Page 4.');
  const single = text.locator('figure').filter({ has: page.getByRole('img', { name: 'A blue boat' }) });
  await expect(single).toContainText('The boat at noon.');
  await expect(single).toContainText('Photograph: Dara Lim');
  await expect(text.locator('.gallery img')).toHaveCount(2);
  await expect(text.locator('audio')).toHaveCount(1);
  await expect(text.getByRole('link', { name: 'The timetable' })).toHaveAttribute(
    'href',
    'https://example.org/timetable',
  );
  await expect(text.locator(':scope > p').last()).toHaveText('That is all.');
}

/** Chooses files in the file dialog that the page opens. */
async function giveFiles(page: Page, files: File[]): Promise<void> {
  await page.getByRole('dialog').locator('input[type="file"]').setInputFiles(files);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Makes the page give no description of itself, so that the author writes the card. */
function refuseCards(page: Page): Promise<unknown> {
  const refusal = { ok: false, code: 'unavailable', message: 'That page says nothing.' };
  return page.route('**/admin/embeds/card', (route) => route.fulfill({ status: 422, json: refusal }));
}

test('a post with every block is written and published with the keyboard alone', async ({ admin, page }) => {
  await refuseCards(admin);
  const desk = new Desk(admin);
  const type = (text: string) => admin.keyboard.type(text);
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => admin.keyboard.press(key)), Promise.resolve());
  const tabTo = async (place: Locator, key = 'Tab') => {
    for (let n = 0; n < 60 && !(await hasFocus(place)); n += 1) await press(key);
    await expect(place).toBeFocused();
  };

  await admin.goto('/admin/posts');
  await tabTo(admin.getByRole('button', { name: 'New post' }));
  await press('Enter');
  await admin.waitForURL(/\/admin\/posts\/\d+$/);
  await desk.ready();
  await tabTo(desk.headline);
  await type('What a ferry is for');
  await press('Enter');
  await type('A count of boats.');
  await press('Enter');

  await type('It began in March.');
  await press('Enter');
  await desk.chooseBlock('heading', 'Heading');
  await type('The ferry');
  await press('Enter');
  await desk.chooseBlock('subheading', 'Subheading');
  await type('The bridge');
  await press('Enter');
  await desk.chooseBlock('bulleted', 'Bulleted list');
  await type('One boat');
  await press('Enter', 'Tab');
  await type('With a bell');
  await press('Enter', 'Enter', 'Enter');
  await desk.chooseBlock('numbered', 'Numbered list');
  await type('Count them');
  await press('Enter', 'Enter');
  await desk.chooseBlock('task', 'Task list');
  await type('Ask the council');
  await press('Enter', 'Enter');
  await desk.chooseBlock('quotation', 'Quotation');
  await type('We counted twice.');
  await press('Enter', 'Enter');
  await desk.chooseBlock('pull', 'Pull quote');
  await type('Nobody counted the ferry');
  await press('Enter');
  await desk.chooseBlock('table', 'Table');
  await type('Year');
  await press('Tab');
  await type('Boats');
  await press('ArrowDown', 'ArrowDown', 'ArrowDown');
  await desk.chooseBlock('divider', 'Divider');
  await desk.chooseBlock('note', 'Note');
  await type('Meetings are on Tuesdays.');
  await press('Enter', 'Enter');
  await desk.chooseBlock('code', 'Code');
  await type('=B2*B3');
  await press('ArrowDown');
  await type('The record says so.');
  await press('Control+Alt+f');
  await expect(admin.getByRole('textbox', { name: 'Footnote' })).toBeFocused();
  await type('Page 4.');
  await press('Escape', 'Enter');

  await desk.chooseBlock('picture', 'Picture');
  await tabTo(admin.getByRole('dialog').locator('input[type="file"]'));
  await giveFiles(admin, [await picture('boat', '#246')]);
  const boat = desk.body.getByRole('figure').first();
  await expect(boat).toBeVisible();
  await expect(desk.body).toBeFocused();
  await press('Enter');
  await expect(boat.getByLabel('Alt text')).toBeFocused();
  await type('A blue boat');
  await tabTo(boat.getByLabel('Caption'));
  await type('The boat at noon.');
  await tabTo(boat.getByLabel('Credit'));
  await type('Photograph: Dara Lim');
  await press('Escape');

  await desk.chooseBlock('picture', 'Picture');
  await tabTo(admin.getByRole('dialog').locator('input[type="file"]'));
  await giveFiles(admin, [await picture('gull', '#642'), await picture('mast', '#264')]);
  const gallery = desk.body.getByRole('figure').getByLabel('Alt text');
  await expect(gallery).toHaveCount(3);
  await expect(desk.body).toBeFocused();
  await press('Enter');
  await tabTo(gallery.nth(1), 'Shift+Tab');
  await type('A gull');
  await tabTo(gallery.nth(2));
  await type('A mast');
  await press('Escape');

  await desk.chooseBlock('picture', 'Picture');
  await tabTo(admin.getByRole('dialog').locator('input[type="file"]'));
  await giveFiles(admin, [RECORDING]);
  const player = desk.body.getByRole('figure').filter({ has: admin.locator('audio') });
  await expect(player).toBeVisible();
  await expect(desk.body).toBeFocused();
  await press('Enter');
  await tabTo(player.getByLabel('Caption'));
  await type('The bell of the ferry');
  await press('Escape');

  await desk.chooseBlock('card', 'Card');
  await expect(admin.getByLabel('Card for')).toBeFocused();
  await type('example.org/timetable');
  await press('Enter');
  await expect(admin.getByRole('form', { name: 'Card' }).getByRole('alert')).toContainText(
    'add a card with only the link',
  );
  await press('Enter');
  await expect(admin.getByTestId('card-view')).toBeVisible();
  await press('Enter');
  await expect(admin.getByTestId('card-view').getByLabel('Title')).toBeFocused();
  await type('The timetable');
  await press('Escape');
  await type('That is all.');

  await tabTo(admin.getByRole('button', { name: 'Publish', exact: true }), 'Shift+Tab');
  await press('Enter');
  await expect(admin.getByRole('dialog', { name: 'Review before publishing' })).toBeVisible();
  await tabTo(admin.getByRole('button', { name: 'Publish now' }));
  await press('Enter');
  await expectEveryBlock(page, await desk.livePath());
});

test('a post with every block is written and published by touch alone', async ({
  browser,
  site,
  ownerState,
  page: reader,
}) => {
  const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];
  const context = await browser.newContext({ ...phone, baseURL: site.url, storageState: ownerState });
  const page = await context.newPage();
  await refuseCards(page);
  const desk = new Desk(page);
  /** The on-screen keyboard has letters, Enter and Backspace. */
  const type = (text: string) => page.keyboard.insertText(text);
  const enter = () => page.keyboard.press('Enter');
  const bar = page.getByRole('toolbar', { name: 'Formatting' });
  const tool = (name: string) => bar.getByRole('button', { name, exact: true }).tap();
  const rarer = async (name: string) => {
    await tool('More blocks');
    await page.getByRole('group', { name: 'More blocks' }).getByRole('button', { name }).tap();
  };
  const write = async (place: Locator, text: string) => {
    await place.tap();
    await expect(place).toBeFocused();
    await type(text);
  };
  const goOn = () => desk.body.locator(':scope > p').last().tap();

  await page.goto('/admin/posts');
  await page.getByRole('button', { name: 'New post' }).tap();
  await page.waitForURL(/\/admin\/posts\/\d+$/);
  await desk.ready();
  await write(desk.headline, 'What a ferry is for');
  await enter();
  await type('A count of boats.');
  await enter();

  await type('It began in ');
  await tool('Bold');
  await type('March');
  await tool('Bold');
  await tool('Italic');
  await type('.');
  await tool('Italic');
  await enter();
  await tool('Heading');
  await type('The ferry');
  await enter();
  await tool('Subheading');
  await type('The bridge');
  await enter();
  await tool('Bulleted list');
  await type('One boat');
  await enter();
  await tool('Indent');
  await type('With a bell');
  await enter();
  await tool('Outdent');
  await enter();
  await tool('Numbered list');
  await type('Count them');
  await enter();
  await enter();
  await rarer('Task list');
  await type('Ask the council');
  await enter();
  await enter();
  await tool('Quotation');
  await type('We counted twice.');
  await enter();
  await enter();
  await tool('Pull quote');
  await type('Nobody counted the ferry');
  await enter();
  await tool('Table');
  await type('Year');
  await desk.body.locator('th').nth(1).tap();
  await type('Boats');
  await goOn();
  await tool('Divider');
  await rarer('Note');
  await type('Meetings are on Tuesdays.');
  await enter();
  await enter();
  await rarer('Code');
  await type('=B2*B3');
  await goOn();
  await type('The record says so.');
  await tool('Footnote');
  await expect(page.getByRole('textbox', { name: 'Footnote' })).toBeFocused();
  await type('Page 4.');
  await desk.body.getByRole('button', { name: 'Done' }).tap();
  await enter();

  await tool('Picture');
  await giveFiles(page, [await picture('ferry', '#135')]);
  const boat = desk.body.getByRole('figure').first();
  await write(boat.getByLabel('Alt text'), 'A blue boat');
  await write(boat.getByLabel('Caption'), 'The boat at noon.');
  await write(boat.getByLabel('Credit'), 'Photograph: Dara Lim');
  await goOn();
  await tool('Picture');
  await giveFiles(page, [await picture('tern', '#531'), await picture('sail', '#153')]);
  const words = desk.body.getByRole('figure').getByLabel('Alt text');
  await write(words.nth(1), 'A tern');
  await write(words.nth(2), 'A sail');
  await goOn();
  await tool('Picture');
  await giveFiles(page, [RECORDING]);
  const player = desk.body.getByRole('figure').filter({ has: page.locator('audio') });
  await write(player.getByLabel('Caption'), 'The bell of the ferry');
  await goOn();
  await rarer('Card');
  await write(page.getByLabel('Card for'), 'example.org/timetable');
  await page.getByRole('button', { name: 'Insert card' }).tap();
  await expect(page.getByRole('form', { name: 'Card' }).getByRole('alert')).toContainText(
    'add a card with only the link',
  );
  await page.getByRole('button', { name: 'Insert card' }).tap();
  await write(page.getByTestId('card-view').getByLabel('Title'), 'The timetable');
  await goOn();
  await type('That is all.');

  await page.getByRole('button', { name: 'Publish', exact: true }).tap();
  await page.getByRole('button', { name: 'Publish now' }).tap();
  await expectEveryBlock(reader, await desk.livePath());
  await expect(reader.getByTestId('document-body').locator(':scope > p strong')).toHaveText('March');
  await expect(reader.getByTestId('document-body').locator(':scope > p em')).toHaveText('.');
  await context.close();
});

/** Returns whether the element has the focus. */
function hasFocus(place: Locator): Promise<boolean> {
  return place.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));
}
