import { Desk } from './desk';
import { expect, test } from './fixtures';

test('every block that the toolbar makes reaches readers', async ({ admin, page, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('All that a text may hold');
  await desk.headline.press('Enter');
  await admin.keyboard.type('A standfirst says why to read on.');
  await admin.keyboard.press('Enter');

  await admin.keyboard.type('It said "yes" - ');
  await desk.tool('Bold');
  await admin.keyboard.type('boldly');
  await desk.tool('Bold');
  await desk.tool('Italic');
  await admin.keyboard.type(' and slanted');
  await desk.tool('Italic');
  await admin.keyboard.press('Enter');
  await desk.tool('Heading');
  await admin.keyboard.type('A heading');
  await admin.keyboard.press('Enter');
  await desk.tool('Subheading');
  await admin.keyboard.type('A smaller one');
  await admin.keyboard.press('Enter');
  await desk.tool('Bulleted list');
  await admin.keyboard.type('First');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('Second');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Enter');
  await desk.tool('Quotation');
  await admin.keyboard.type('Someone said so.');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Enter');
  await desk.tool('Pull quote');
  await admin.keyboard.type('A line to remember');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('See the record');
  await desk.tool('Footnote');
  await admin.getByRole('textbox', { name: 'Footnote' }).fill('Minutes of the council, page 4.');
  await admin.keyboard.press('Enter');
  await desk.tool('Divider');
  await desk.tool('Table');
  await admin.keyboard.type('Year');
  await admin.keyboard.press('Tab');
  await admin.keyboard.type('Boats');
  const path = await desk.publish();

  await page.goto(path);
  const text = page.locator('.document');
  await expect(page.locator('.standfirst')).toHaveText('A standfirst says why to read on.');
  await expect(text.locator('p').first()).toContainText('It said “yes” –');
  await expect(text.locator('strong')).toHaveText('boldly');
  await expect(text.locator('em')).toHaveText(' and slanted');
  await expect(text.locator('h2')).toHaveText('A heading');
  await expect(text.locator('h3')).toHaveText('A smaller one');
  await expect(text.locator('ul > li')).toHaveText(['First', 'Second']);
  await expect(text.locator('blockquote:not(.pull-quote)')).toHaveText('Someone said so.');
  await expect(text.locator('blockquote.pull-quote')).toHaveText('A line to remember');
  await expect(text.locator('hr').first()).toBeAttached();
  await expect(text.locator('th')).toHaveText(['Year', 'Boats', '']);
  await page.getByRole('link', { name: '1', exact: true }).click();
  await expect(page.getByText('Minutes of the council, page 4.')).toBeVisible();
});

test('links accept common forms of addresses, and refuse dangerous ones', async ({ admin, page, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('Where this leads');
  await desk.body.click();
  await admin.keyboard.type('the record');
  await admin.keyboard.press('Control+A');
  await admin.keyboard.press('Control+K');
  const address = admin.getByLabel('Link to');
  await address.fill('javascript:alert(1)');
  await address.press('Enter');
  await expect(admin.getByRole('alert').filter({ hasText: 'Enter a web address' })).toBeVisible();
  await address.fill('example.org/record');
  await address.press('Enter');
  const path = await desk.publish();
  await page.goto(path);
  await expect(page.getByRole('link', { name: 'the record' })).toHaveAttribute(
    'href',
    'https://example.org/record',
  );
});

test('text saves automatically, and is there after a reload', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.pressSequentially('Saved without a button');
  await desk.body.click();
  await admin.keyboard.type('One sentence, and a second one.');
  await expect(desk.indicator).toHaveText('Saving…');
  await expect(desk.indicator).toHaveText('Saved');
  await admin.reload();
  await desk.ready();
  await expect(desk.headline).toHaveValue('Saved without a button');
  await expect(desk.body).toHaveText('One sentence, and a second one.');
});

test('leaving in the middle of a word loses nothing', async ({ admin, site }) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('Typed and left at once');
  await admin.goto('/admin/posts');
  await desk.open(postId);
  await expect(desk.body).toHaveText('Typed and left at once');
});
