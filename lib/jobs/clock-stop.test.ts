import { expect, test, vi } from 'vitest';
import { jobs } from '@/db/schema';
import { letter, merged, prepareTestOutbox, recordingWork, settle } from '@/tools/testing/test-outbox';
import { worksOutside, worksWithin } from './workers';

const outbox = prepareTestOutbox();
const STOP_MS = 2000;

/** External work that ends only when the test says so; each entry ends one attempt. */
function slowWork() {
  const ends: (() => void)[] = [];
  return { ends, slow: worksOutside(merged, () => new Promise<void>((done) => ends.push(done))) };
}

/** Follows a promise without waiting for it. */
function follow(promise: Promise<unknown>) {
  const followed = { isOver: false };
  void promise.then(() => {
    followed.isOver = true;
  });
  return followed;
}

test('what is due is done before a stop, and what is not stays', async () => {
  const { record, sends } = recordingWork();
  const works: string[] = [];
  const clock = outbox.start(
    sends(merged),
    worksWithin(letter, (_, { to }) => void works.push(to)),
  );
  for (const to of ['Dara', 'Sok']) {
    outbox.add(letter, { to });
    outbox.add(merged, { to });
  }
  outbox.add(letter, { to: 'tomorrow' }, 24 * 60 * 60 * 1000);
  await clock.stop(STOP_MS);
  expect(works).toEqual(['Dara', 'Sok']);
  expect(record.sent).toMatchObject([{ to: 'Dara' }, { to: 'Sok' }]);
  expect(outbox.states()).toEqual(['done', 'done', 'done', 'done', 'waiting']);
});

test('jobs that work writes while the clock stops are done too', async () => {
  const { record, sends } = recordingWork();
  const clock = outbox.start(
    sends(merged),
    worksWithin(letter, (_, { to }) => outbox.add(merged, { to })),
  );
  outbox.add(letter, { to: 'Dara' });
  await clock.stop(STOP_MS);
  expect(record.sent).toMatchObject([{ to: 'Dara' }]);
});

test('jobs that the last requests write are done too', async () => {
  const { record, sends } = recordingWork();
  const clock = outbox.start(sends(letter));
  let endRequests = () => {};
  const requests = new Promise<void>((done) => {
    endRequests = done;
  });
  const stopped = clock.stop(STOP_MS, requests);
  await settle();
  outbox.add(letter, { to: 'Dara' });
  endRequests();
  await stopped;
  expect(record.sent).toMatchObject([{ to: 'Dara' }]);
});

test('running work may finish', async () => {
  const { ends, slow } = slowWork();
  outbox.add(merged, { to: 'Dara' });
  const stop = follow(outbox.start(slow).stop(STOP_MS));
  await settle();
  expect(stop.isOver).toBe(false);
  ends[0]?.();
  await settle();
  expect(stop.isOver).toBe(true);
  expect(outbox.states()).toEqual(['done']);
});

test.each([
  ['that never ends', Promise.resolve()],
  ['and requests that never end', new Promise<void>(() => undefined)],
])('a stop with work %s ends in its time', async (_, requests) => {
  const { slow } = slowWork();
  outbox.add(merged, { to: 'Dara' });
  const stop = follow(outbox.start(slow).stop(STOP_MS, requests));
  await settle();
  await vi.advanceTimersByTimeAsync(STOP_MS - 1);
  await settle();
  expect(stop.isOver).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await settle();
  expect(stop.isOver).toBe(true);
  expect(outbox.states()).toEqual(['running']);
});

test('a stop ends in its time even when jobs never run out', async () => {
  const endless = worksWithin(letter, (_, { to }) => outbox.add(letter, { to }));
  outbox.add(letter, { to: 'Dara' }, 100);
  const clock = outbox.start(endless);
  vi.setSystemTime(Date.now() + 100);
  const stop = follow(clock.stop(STOP_MS));
  await settle();
  expect(stop.isOver).toBe(false);
  vi.advanceTimersByTime(STOP_MS);
  await settle();
  expect(stop.isOver).toBe(true);
  const { length } = outbox.rows();
  await settle();
  expect(outbox.rows()).toHaveLength(length);
});

test('external work does not begin in the second half of the time, since it could not finish', async () => {
  const { ends, slow } = slowWork();
  const { record, sends } = recordingWork();
  outbox.add(merged, { to: 'Dara' });
  const stopped = outbox.start(slow, sends(letter)).stop(STOP_MS);
  await settle();
  vi.advanceTimersByTime(STOP_MS / 2);
  outbox.add(letter, { to: 'Sok' });
  ends[0]?.();
  await stopped;
  expect(outbox.states()).toEqual(['done', 'waiting']);
  expect(record.sent).toEqual([]);
});

test('a stop that has no time begins no work', async () => {
  outbox.add(letter, { to: 'Dara' }, 100);
  const clock = outbox.start(worksWithin(letter, () => undefined));
  vi.setSystemTime(Date.now() + 100);
  await clock.stop(0);
  expect(outbox.states()).toEqual(['waiting']);
});

test('work that takes too long is told so, stays, and is done once at the next start, even if an equal job was added', async () => {
  let told: unknown;
  const hung = worksOutside(merged, (_, { signal }) => {
    signal.addEventListener('abort', () => {
      told = signal.reason;
    });
    return new Promise<void>(() => undefined);
  });
  outbox.add(merged, { to: 'Dara' });
  await outbox.start(hung).stop(0);
  expect(told).toBeInstanceOf(Error);
  expect(outbox.states()).toEqual(['running']);
  outbox.add(merged, { to: 'Dara' });
  const { record, sends } = recordingWork();
  outbox.start(sends(merged));
  await settle();
  expect(outbox.states()).toEqual(['done']);
  expect(record.sent).toHaveLength(1);
});

test('a job fails when the program has died during it as often as it may fail', () => {
  outbox.add(letter, { to: 'Dara' });
  outbox.site.db.update(jobs).set({ state: 'running', attempts: 4 }).run();
  const { record, sends } = recordingWork();
  outbox.start(sends(letter));
  expect(record.sent).toEqual([]);
  expect(outbox.rows()).toMatchObject([
    { state: 'failed', lastError: 'The server ended before this was done.' },
  ]);
});
