import { jobs } from '@/db/schema';
import { findings } from './axe';
import { expect, test } from './fixtures';

test('a failed background job is on the dashboard, where it can be tried again or dismissed', async ({
  admin,
  site,
}) => {
  const edge = (name: string) => `https://${name}.example/purge`;
  const failed = { kind: 'purgeEdge', isMerged: true, state: 'failed', attempts: 36 } as const;
  for (const name of ['near', 'far']) {
    const row = { ...failed, payload: JSON.stringify({ url: edge(name) }), lastError: 'It answered 503.' };
    site.db
      .insert(jobs)
      .values({ ...row, runAt: 1, dueAt: 1, createdAt: 1 })
      .run();
  }
  await admin.goto('/admin');
  const item = (name: string) => admin.getByRole('listitem').filter({ hasText: edge(name) });
  await expect(item('near')).toContainText('Failed after 36 attempts');
  await expect(item('near')).toContainText('It answered 503.');
  expect(await findings(admin), 'the dashboard').toEqual([]);

  await item('near').getByRole('button', { name: 'Dismiss' }).click();
  await expect(item('near')).toHaveCount(0);
  // The settings name no such edge, so there is nothing to do.
  await item('far').getByRole('button', { name: 'Try again' }).click();
  await expect(item('far').getByRole('button', { name: 'Dismiss' })).toHaveCount(0);
  await expect(async () => {
    await admin.reload();
    await expect(item('far')).toHaveCount(0, { timeout: 1000 });
  }).toPass();
});
