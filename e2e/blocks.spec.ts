import { Desk } from './desk';
import { expect, test } from './fixtures';

test('tasks, boxes, code and cards are written with the keyboard alone and reach readers', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('What keys can make');
  await desk.body.focus();
  const type = (text: string) => admin.keyboard.type(text);
  const enter = () => admin.keyboard.press('Enter');

  await type('- [ ] Ask the council');
  await enter();
  await type('Bring the sheet');
  await admin.keyboard.press('Tab');
  await enter();
  await enter();
  await enter();
  await type('! Meetings are on Tuesdays.');
  await enter();
  await enter();
  await type('!! It was a Monday.');
  await enter();
  await enter();
  await type('```sheet ');
  await type('=B2*B3');
  await admin.keyboard.press('ArrowDown');
  await type('>> A line to remember');
  await enter();
  await type('The record says `=B4` so[^');
  await admin.getByRole('textbox', { name: 'Footnote' }).fill('Page 4.');
  await admin.keyboard.press('Escape');
  await admin.keyboard.press('Control+Alt+k');
  await admin.getByLabel('Card for').fill('127.0.0.1/timetable');
  await enter();
  // The server does not fetch pages of its own network, so there is no description: the author writes the card.
  await expect(admin.getByRole('form', { name: 'Card' }).getByRole('alert')).toContainText(
    'add a card with only the link',
  );
  await enter();
  await admin.getByLabel('Title', { exact: true }).first().fill('The timetable');
  const path = await desk.publish();

  await page.goto(path);
  const text = page.getByTestId('document-body');
  await expect(text.getByRole('img', { name: 'Not done' })).toHaveCount(2);
  await expect(text.locator('.tasks .tasks > li')).toContainText('Bring the sheet');
  await expect(text.getByRole('note').first()).toHaveText('NoteMeetings are on Tuesdays.');
  await expect(text.getByRole('note').last()).toHaveText('CorrectionIt was a Monday.');
  await expect(text.locator('pre')).toHaveText('=B2*B3');
  await expect(text.locator('p > code')).toHaveText('=B4');
  await expect(text.locator('.pull-quote')).toHaveText('A line to remember');
  await expect(text.locator('.footnotes li')).toContainText('Page 4.');
  await expect(text.getByRole('link', { name: 'The timetable' })).toHaveAttribute(
    'href',
    'https://127.0.0.1/timetable',
  );
});
