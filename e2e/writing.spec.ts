import { Desk } from './desk';
import { expect, test } from './fixtures';

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
