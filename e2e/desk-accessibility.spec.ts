import { findings } from './axe';
import { Desk, unfold } from './desk';
import { expect, test } from './fixtures';

test('axe finds nothing in the settings of a post, before it is published, and in its preview', async ({
  admin,
  site,
}) => {
  const desk = new Desk(admin);
  const postId = await desk.begin(site);
  await desk.headline.fill('What the river gives');
  await desk.body.click();
  await desk.dictate('The river gives fish and water.');
  await desk.publish();
  await desk.headline.fill('What the river takes');
  await desk.saved();
  await unfold(admin);
  expect(await findings(admin, 'main'), 'the settings').toEqual([]);
  await desk.beforePublishing();
  expect(await findings(admin), 'before publishing').toEqual([]);
  // In a separate page, since the frame with the draft refuses the script of axe and logs that to the console.
  const proof = await admin.context().newPage();
  await proof.goto(`/admin/posts/${postId}/proof`);
  const views = proof.getByRole('group', { name: 'View' }).getByRole('button');
  await expect(views).toHaveCount(4);
  for (const view of [views.first(), views.last()]) {
    await view.click();
    expect(await findings(proof), 'the preview').toEqual([]);
  }
});
