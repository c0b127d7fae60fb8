import { expect, test } from 'vitest';
import { CleanUp } from './clean-up';

test('the last step begun is undone first, and once', async () => {
  const undone: string[] = [];
  const cleanUp = new CleanUp();
  cleanUp.later(() => void undone.push('folder'));
  cleanUp.later(() => void undone.push('server'));
  await Promise.all([cleanUp.run(), cleanUp.run()]);
  expect(undone).toEqual(['server', 'folder']);
});

test('a failed step is reported after all others are done', async () => {
  const undone: string[] = [];
  const cleanUp = new CleanUp();
  cleanUp.later(() => void undone.push('folder'));
  cleanUp.later(() => Promise.reject(new Error('stuck')));
  await expect(cleanUp.run()).rejects.toThrow('Some files could not be removed.');
  expect(undone).toEqual(['folder']);
});
