import { findings } from './axe';
import { Desk } from './desk';
import { expect, test } from './fixtures';

test('a new post has the caret in its headline; one with words does not', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.beginByHand();
  await expect(desk.headline).toBeFocused();
  await admin.keyboard.type('Typed at once');
  await expect(desk.headline).toHaveValue('Typed at once');
  await desk.saved();

  const { id } = site.buildPost({ headline: 'Written before', text: 'Long ago.', status: 'draft' });
  await desk.open(id);
  await expect(desk.headline).not.toBeFocused();
});

test('a limit is told before it cuts, and what a paste lost', async ({ admin, site }) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  const note = admin.getByTestId('limit-note');
  await desk.headline.fill('a'.repeat(300));
  await expect(note).toBeHidden();
  await desk.headline.press('End');
  await desk.dictate('b'.repeat(70));
  await expect(note).toHaveText('30 characters left');
  await desk.dictate('c'.repeat(30));
  await expect(note).toHaveText('No more fits here: 400 characters is the limit.');
  await expect(desk.headline).toHaveValue(/c$/);

  await desk.headline.fill('A claim. '.repeat(30));
  await expect(note).toBeHidden();
  await admin.keyboard.press('Control+a');
  await admin.keyboard.press('Control+c');
  await admin.keyboard.press('End');
  await admin.keyboard.press('Control+v');
  await expect(note).toHaveText('At most 400 characters fit here. Left out at the end of the paste: 140.');
  expect(await desk.headline.inputValue()).toHaveLength(400);
  await desk.body.click();
  await expect(note).toBeHidden();
  await desk.saved();
});

test('the tools of a numbered list are there while the caret is in it, and readers see how it counts', async ({
  admin,
  site,
  page,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.headline.fill('A list');
  await desk.body.click();
  await admin.keyboard.type('1. One');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('Two');
  const tools = admin.getByRole('group', { name: 'Numbered list' });
  await tools.getByLabel('Numbering').selectOption('A, B, C');
  await tools.getByLabel('Start at').fill('4');
  await expect(desk.body.locator('ol')).toHaveAttribute('type', 'A');
  await tools.getByRole('button', { name: 'Count down' }).click();
  await expect(tools.getByRole('button', { name: 'Count down' })).toHaveAttribute('aria-pressed', 'true');
  await desk.body.getByText('Two').click();
  await admin.keyboard.press('End');
  await admin.keyboard.press('Enter');
  await admin.keyboard.press('Enter');
  await admin.keyboard.type('After the list.');
  await expect(tools).toHaveCount(0);
  await desk.body.getByText('Two').click();
  await expect(tools.getByLabel('Start at')).toHaveValue('4');

  await page.goto(await desk.publish());
  const list = page.getByTestId('document-body').locator('ol');
  await expect(list).toHaveAttribute('type', 'A');
  await expect(list).toHaveAttribute('start', '4');
  await expect(list).toHaveAttribute('reversed');
});

test('the table tools are there while the caret is in a table, and can be closed', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('Before the table.');
  await admin.keyboard.press('Enter');
  const tools = admin.getByRole('group', { name: 'Table' });
  await expect(tools).toHaveCount(0);
  await desk.tool('Table');
  await tools.getByRole('button', { name: 'Row below' }).click();
  await expect(desk.body.getByRole('row')).toHaveCount(4);
  await desk.body.getByText('Before the table.').click();
  await expect(tools).toHaveCount(0);
  await desk.body.getByRole('cell').first().click();
  await expect(tools).toBeVisible();
  await desk.tool('Table');
  await expect(tools).toHaveCount(0);
  await desk.body.getByText('Before the table.').click();
  await desk.body.getByRole('cell').first().click();
  await expect(tools).toBeVisible();
});

test('the question mark leads to all shortcuts, but not while it is typed', async ({ admin, site }) => {
  await admin.goto('/admin');
  await expect(async () => {
    await admin.keyboard.press('?');
    await expect(admin.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeVisible({ timeout: 3000 });
  }).toPass();
  expect(await findings(admin, 'main')).toEqual([]);
  const desk = new Desk(admin);
  await desk.begin(site);
  const open = admin.context().pages().length;
  await desk.headline.pressSequentially('Why now?');
  await expect(desk.headline).toHaveValue('Why now?');
  expect(admin.context().pages()).toHaveLength(open);
});
