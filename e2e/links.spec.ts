import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';

test('words in the link field find published posts, and one is chosen with the keyboard', async ({
  admin,
  page,
  site,
}) => {
  site.buildPost({ headline: 'The pontoon at Kampot', text: 'A short one.' });
  const wanted = site.buildPost({
    headline: 'What the pontoon cost',
    text: 'More than a bridge: a pontoon.',
  });
  site.buildPost({ headline: 'A pontoon that is not public', text: 'Pontoon.', status: 'draft' });
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('Where this leads');
  await desk.body.click();
  await admin.keyboard.type('the sum');
  await admin.keyboard.press('Control+A');
  await admin.keyboard.press('Control+K');
  const field = admin.getByRole('combobox', { name: 'Link to' });
  await field.fill('pontoon');
  const posts = admin.getByRole('listbox', { name: 'Published posts' });
  await expect(posts.getByRole('option')).toHaveCount(2);
  expect(await findings(admin, '[role=listbox]')).toEqual([]);
  await expect(async () => {
    await field.press('ArrowDown');
    await expect(posts.getByRole('option', { selected: true })).toHaveText('What the pontoon cost', {
      timeout: 1000,
    });
  }).toPass();
  await field.press('Enter');
  await expect(desk.body.getByRole('link', { name: 'the sum' })).toHaveAttribute('href', `/${wanted.slug}`);

  // With nothing selected, the headline is inserted.
  await admin.keyboard.press('Control+End');
  await admin.keyboard.type(' and ');
  // With nothing selected, Ctrl-K opens the palette.
  await desk.tool('Link');
  await field.fill('pontoon at kampot');
  await posts.getByRole('option', { name: 'The pontoon at Kampot' }).click();
  await expect(desk.body).toHaveText('the sum and The pontoon at Kampot');
  await page.goto(await desk.publish());
  await page.getByRole('link', { name: 'the sum' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('What the pontoon cost');
});

test('spaces in an address are encoded, and a telephone number can be linked to', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('Files and numbers');
  await desk.body.click();
  const link = async (words: string, address: string) => {
    await admin.keyboard.press('Control+End');
    await admin.keyboard.press('Enter');
    await admin.keyboard.type(words);
    await admin.keyboard.press('Shift+Home');
    await admin.keyboard.press('Control+K');
    await admin.getByLabel('Link to').fill(address);
    await admin.getByLabel('Link to').press('Enter');
  };
  await link('the report', 'https://example.org/the report.pdf');
  await link('call us', '+855 12 345 678');
  await page.goto(await desk.publish());
  const href = (name: string) => page.getByRole('link', { name }).getAttribute('href');
  expect(await href('the report')).toBe('https://example.org/the%20report.pdf');
  expect(await href('call us')).toBe('tel:+85512345678');
});

test('a video’s address makes its card although nobody answers', async ({ admin, site }) => {
  await admin.route('**/admin/embeds/card', (route) => route.abort());
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await desk.chooseBlock('card', 'Card');
  await admin.getByLabel('Card for').fill('https://www.youtube.com/watch?v=abc');
  await admin.getByLabel('Card for').press('Enter');
  await expect(desk.body.getByTestId('card-view').getByLabel('Site')).toHaveValue('YouTube');
  await desk.saved();
});

test('a new topic is created where topics are chosen, and readers find the post in it', async ({
  admin,
  page,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('The first under a topic');
  const topics = await desk.section('Topics');
  await topics.getByLabel('Or a new topic').fill('Pontoons');
  await topics.getByRole('button', { name: 'Add' }).click();
  await expect(topics.getByLabel('Pontoons', { exact: true })).toBeChecked();
  await desk.publish();
  await page.goto('/topics/pontoons');
  await expect(page.getByRole('link', { name: 'The first under a topic' })).toBeVisible();
});
