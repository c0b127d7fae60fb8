import { AsyncLocalStorage } from 'node:async_hooks';
import { expect, test, vi } from 'vitest';
import { BoundedQueue, isQueueFull, QueueFull, type QueueLimits } from './bounded-queue';

const LIMITS: QueueLimits = { atOnce: 1, longestLine: 10, longestWaitMs: 60_000 };

/** Work that runs until it is told to end. */
function gated() {
  let open: () => void = () => undefined;
  const ended = new Promise<void>((done) => {
    open = done;
  });
  return { open, work: () => ended };
}

/** Lets everything run that can run now. */
function settle(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

test('no more runs at once than allowed, and the rest runs in order', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, atOnce: 2 });
  const begun: number[] = [];
  const gates = [0, 1, 2, 3].map(() => gated());
  const all = gates.map(({ work }, number) =>
    queue.run(() => {
      begun.push(number);
      return work();
    }),
  );
  await settle();
  expect(begun).toEqual([0, 1]);
  gates[1]?.open();
  await settle();
  expect(begun).toEqual([0, 1, 2]);
  for (const gate of gates) gate.open();
  await Promise.all(all);
  expect(begun).toEqual([0, 1, 2, 3]);
});

test('work runs in the context in which it was requested, not in that of the work before it', async () => {
  const queue = new BoundedQueue('work', LIMITS);
  const storage = new AsyncLocalStorage<number>();
  const seen = [1, 2, 3].map((context) =>
    storage.run(context, () =>
      queue.run(async () => {
        await settle();
        return storage.getStore();
      }),
    ),
  );
  expect(await Promise.all(seen)).toEqual([1, 2, 3]);
});

test('the result and the error of work reach whoever asked, and the next work runs', async () => {
  const queue = new BoundedQueue('work', LIMITS);
  await expect(queue.run(() => 'done')).resolves.toBe('done');
  await expect(
    queue.run(() => {
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  await expect(queue.run(async () => 'next')).resolves.toBe('next');
});

test('work beyond the longest line is refused at once, and never runs', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, longestLine: 1 });
  const gate = gated();
  const first = queue.run(gate.work);
  const second = queue.run(() => 'second');
  let hasRun = false;
  const refused = await queue.run(() => (hasRun = true)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(QueueFull);
  expect(isQueueFull(refused)).toBe(true);
  gate.open();
  await first;
  await expect(second).resolves.toBe('second');
  expect(hasRun).toBe(false);
});

test('work that waited too long is refused, never runs, and leaves its place to others', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, longestLine: 1, longestWaitMs: 1 });
  const gate = gated();
  const first = queue.run(gate.work);
  let hasRun = false;
  await expect(queue.run(() => (hasRun = true))).rejects.toThrow(QueueFull);
  expect(queue.waiting).toBe(0);
  gate.open();
  await first;
  await queue.run(() => undefined);
  expect(hasRun).toBe(false);
});

test('clients take turns, and one client cannot fill the line', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, longestLineOfClient: 3 });
  const gate = gated();
  const first = queue.run(gate.work, 'a');
  const order: string[] = [];
  const ask = (name: string, client: string) => queue.run(() => order.push(name), client);
  const waiting = [ask('a1', 'a'), ask('a2', 'a'), ask('a3', 'a'), ask('b1', 'b'), ask('c1', 'c')];
  await expect(ask('a4', 'a')).rejects.toThrow(QueueFull);
  gate.open();
  await Promise.all([first, ...waiting]);
  expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'a3']);
  await expect(ask('a5', 'a')).resolves.toBeDefined();
});

test('work that many wait for comes first, and is followed at once', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, isPaced: true });
  const gate = gated();
  const order: string[] = [];
  const first = queue.run(gate.work, 'a');
  const waiting = [
    queue.run(() => order.push('a'), 'a'),
    queue.run(() => order.push('b'), 'b', true),
    queue.run(() => order.push('c'), 'b', true),
  ];
  expect(queue.waiting).toBe(3);
  gate.open();
  await Promise.all([first, ...waiting]);
  expect(order).toEqual(['b', 'c', 'a']);
  expect(queue.waiting).toBe(0);
});

test('work that many wait for is refused too when its turn does not come', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, longestWaitMs: 1 });
  const gate = gated();
  const first = queue.run(gate.work);
  await expect(queue.run(() => undefined, '', true)).rejects.toThrow(QueueFull);
  expect(queue.waiting).toBe(0);
  gate.open();
  await first;
});

test('a paced queue leaves the loop free after work that blocked it, while others wait', async () => {
  const queue = new BoundedQueue('work', { ...LIMITS, isPaced: true });
  const blockingMs = 20;
  const block = () => {
    const begunAt = performance.now();
    while (performance.now() - begunAt < blockingMs);
    return { begunAt, endedAt: performance.now() };
  };
  const [first, second] = await Promise.all([queue.run(block), queue.run(block)]);
  // Timers never end early, so a busy machine can only lengthen the pause.
  expect(second.begunAt - first.endedAt).toBeGreaterThan(blockingMs / 2);
});

test('before the process ends, work that has begun is finished and all other work is refused', async () => {
  const queue = new BoundedQueue('work', LIMITS);
  const gate = gated();
  const begun = queue.run(gate.work);
  const waiting = queue.run(() => 'never').catch((error: unknown) => error);
  await settle();
  queue.close(1);
  expect(isQueueFull(await waiting)).toBe(true);
  await expect(queue.run(() => 'never')).rejects.toThrow(QueueFull);
  gate.open();
  await begun;
});

test('work that hangs gives its place to the next', async () => {
  const error = vi.spyOn(console, 'error').mockReturnValue();
  const queue = new BoundedQueue('work', { ...LIMITS, longestRunMs: 1 });
  const gate = gated();
  const hanging = queue.run(gate.work);
  expect(await queue.run(() => 'next')).toBe('next');
  expect(error).toHaveBeenCalledWith(expect.stringContaining('has not ended'));
  gate.open();
  await hanging;
  error.mockRestore();
});
