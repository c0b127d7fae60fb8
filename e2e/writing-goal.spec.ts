import { Desk } from './desk';
import { expect, test } from './fixtures';

test('a writing goal is shown beside the word count, and goes when it is removed', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  await desk.begin(site);
  await desk.body.click();
  await admin.keyboard.type('one two three');
  await expect(admin.getByText('3 words')).toBeVisible();
  await expect(admin.getByRole('progressbar')).toHaveCount(0);

  await setGoal('5');
  await expect(admin.getByText('3 of 5 words')).toBeVisible();
  await expect(admin.getByRole('progressbar', { name: 'Writing goal, in words' })).toHaveAttribute(
    'value',
    '0.6',
  );
  await desk.body.click();
  await admin.keyboard.press('Control+End');
  await admin.keyboard.type(' four five six');
  await expect(admin.getByText('6 words, goal of 5 reached')).toBeVisible();
  await desk.saved();
  await admin.reload();
  await desk.ready();
  await expect(admin.getByText('6 words, goal of 5 reached')).toBeVisible();

  await admin.getByRole('button', { name: 'Goal', exact: true }).click();
  await admin.getByRole('button', { name: 'Remove goal' }).click();
  await expect(admin.getByText('Goal removed')).toBeVisible();
  await expect(admin.getByText('6 words')).toBeVisible();
  await expect(admin.getByRole('progressbar')).toHaveCount(0);

  async function setGoal(words: string) {
    await admin.getByRole('button', { name: 'Goal', exact: true }).click();
    await admin.getByLabel('Writing goal, in words').fill(words);
    await admin.keyboard.press('Enter');
    await expect(admin.getByText('Goal set')).toBeVisible();
  }
});
