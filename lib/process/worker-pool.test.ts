import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { recordQueries } from '@/db/recorded-queries';
import type carryOut from '@/tools/testing/trial-worker';
import { type PoolLimits, WorkerPool } from './worker-pool';

const TRIAL_WORKER = fileURLToPath(new URL('../../tools/testing/trial-worker.ts', import.meta.url));
/** Longer than any test takes. */
const NEVER_MS = 3_600_000;
const pools: WorkerPool<typeof carryOut>[] = [];

function openPool(limits: Partial<PoolLimits> = {}, file = TRIAL_WORKER): WorkerPool<typeof carryOut> {
  const pool = new WorkerPool<typeof carryOut>(file, {
    threads: 1,
    longestLine: 8,
    longestMs: NEVER_MS,
    heapMiB: 32,
    ...limits,
  });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

test('a task runs in a thread with the TypeScript sources and its answer is copied', async () => {
  const value = { words: ['ក', 'b'], at: new Date(0), none: null };
  expect(await openPool().run({ do: 'answer', value })).toEqual(value);
});

test.each([true, false])(
  'whether a task is pure (%s) decides if a recording of queries tells everything',
  async (isPure) => {
    const pool = openPool({ isPure });
    const { recording } = await recordQueries(() => pool.run({ do: 'answer', value: 1 }));
    expect(recording.isComplete).toBe(isPure);
  },
);

test('what a task throws reaches the caller, and the thread goes on', async () => {
  const pool = openPool();
  await expect(pool.run({ do: 'throw' })).rejects.toThrow(new RangeError('thrown by the task'));
  expect(await pool.run({ do: 'answer', value: 1 })).toBe(1);
});

test('an idle thread ends on demand, a busy one does not, and the next task has a new one', async () => {
  const pool = openPool();
  const threadOf = () => pool.run({ do: 'thread' });
  const first = await threadOf();
  const busy = threadOf();
  await pool.endIdle();
  expect(await busy).toBe(first);
  await pool.endIdle();
  expect(await threadOf()).not.toBe(first);
});

test('a task beyond the line is refused at once', async () => {
  const pool = openPool({ longestLine: 2 });
  const endless = pool.run({ do: 'loop' });
  const waiting = [1, 2].map((value) => pool.run({ do: 'answer', value }));
  const outcomes = Promise.allSettled([endless, ...waiting]);
  await expect(pool.run({ do: 'answer', value: 3 })).rejects.toMatchObject({ reason: 'full' });
  await pool.close();
  expect(await outcomes).toMatchObject([1, 2, 3].map(() => ({ reason: { reason: 'closed' } })));
});

test('a task that never ends is abandoned, and the next one has a new thread', async () => {
  const pool = openPool({ longestMs: 300 });
  await pool.run({ do: 'answer', value: 'started' });
  await expect(pool.run({ do: 'loop' })).rejects.toMatchObject({ reason: 'late' });
  expect(await pool.run({ do: 'answer', value: 'next' })).toBe('next');
});

test.each(['exit', 'fill memory'] as const)('a thread that ends (%s) fails its task alone', async (way) => {
  const pool = openPool();
  const outcomes = [pool.run({ do: way }), pool.run({ do: 'answer', value: 'next' })];
  await expect(outcomes[0]).rejects.toMatchObject({ reason: 'crashed' });
  expect(await outcomes[1]).toBe('next');
});

test('a worker that does not load fails its task', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const pool = openPool({}, `${TRIAL_WORKER}.missing.mjs`);
  await expect(pool.run({ do: 'loop' })).rejects.toMatchObject({ reason: 'crashed' });
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
});

test('closing rejects what runs, and a closed pool takes nothing', async () => {
  const pool = openPool({ threads: 2 });
  const outcomes = Promise.allSettled([pool.run({ do: 'loop' }), pool.run({ do: 'wait', ms: NEVER_MS })]);
  await pool.close();
  expect(await outcomes).toMatchObject([1, 2].map(() => ({ reason: { reason: 'closed' } })));
  await expect(pool.run({ do: 'answer', value: 1 })).rejects.toMatchObject({ reason: 'closed' });
});
