import { expect, test, vi } from 'vitest';
import {
  hourly,
  letter,
  merged,
  prepareTestOutbox,
  recordingWork,
  settle,
} from '@/tools/testing/test-outbox';
import { addJob } from './add-job';
import { worksOutside, worksWithin } from './workers';

const DAY_MS = 24 * 60 * 60 * 1000;
const outbox = prepareTestOutbox();

test('a job is done when it is due, not before, and never again', async () => {
  const { record, sends } = recordingWork();
  outbox.add(letter, { to: 'Dara' }, 700);
  outbox.start(sends(letter));
  vi.advanceTimersByTime(699);
  await settle();
  expect(record.sent).toEqual([]);
  vi.advanceTimersByTime(10);
  await settle();
  expect(record.sent).toMatchObject([{ to: 'Dara' }]);
  expect(outbox.rows()).toMatchObject([{ state: 'done', attempts: 1, lastError: null, doneAt: Date.now() }]);
  vi.advanceTimersByTime(60_000);
  await settle();
  expect(record.sent).toHaveLength(1);
});

test('a job from a transaction that is rolled back is never done', async () => {
  const { record, sends } = recordingWork();
  const roll = () =>
    outbox.site.db.transaction((tx) => {
      addJob(tx, letter, { to: 'Dara' }, { now: Date.now() });
      throw new Error('no');
    });
  expect(roll).toThrow('no');
  outbox.start(sends(letter));
  await settle();
  expect(record.sent).toEqual([]);
});

test('a repeating job is planned again when it is done', () => {
  outbox.add(hourly, { to: 'all' });
  outbox.start(worksWithin(hourly, () => undefined));
  expect(outbox.rows()).toMatchObject([
    { state: 'done' },
    { state: 'waiting', runAt: Date.now() + 3_600_000 },
  ]);
});

test('done jobs are kept for a week', () => {
  const begin = Date.now();
  outbox.start(worksWithin(letter, () => undefined));
  for (const day of [0, 6.5, 8]) {
    vi.setSystemTime(begin + day * DAY_MS);
    outbox.add(letter, { to: `day ${day}` });
    vi.advanceTimersByTime(500);
  }
  expect(outbox.rows().map(({ payload }) => payload)).toEqual(['{"to":"day 6.5"}', '{"to":"day 8"}']);
});

test('a job of an unknown kind stays, for a program that knows it', async () => {
  outbox.add({ ...letter, name: 'unknown' }, { to: 'Dara' });
  outbox.start(worksWithin(letter, () => undefined));
  vi.advanceTimersByTime(2000);
  expect(outbox.states()).toEqual(['waiting']);
  expect(outbox.reported).toEqual([]);
});

test('no more than eight external jobs run at a time, and internal work does not wait for them', () => {
  for (let count = 0; count < 10; count++) outbox.add(merged, { to: `reader ${count}` });
  outbox.add(letter, { to: 'Dara' });
  const done: string[] = [];
  outbox.start(
    worksOutside(merged, () => new Promise<void>(() => undefined)),
    worksWithin(letter, (_, { to }) => void done.push(to)),
  );
  expect(outbox.states().filter((state) => state === 'running')).toHaveLength(8);
  expect(done).toEqual(['Dara']);
});

test('a database that cannot be written does not count as a failure of the job', async () => {
  const { record, sends } = recordingWork();
  outbox.add(letter, { to: 'Dara' });
  outbox.site.db.$client.pragma('query_only = ON');
  outbox.start(sends(letter));
  await settle();
  expect(outbox.reported).toHaveLength(1);
  outbox.site.db.$client.pragma('query_only = OFF');
  vi.advanceTimersByTime(500);
  await settle();
  expect(record.sent).toHaveLength(1);
  expect(outbox.rows()).toMatchObject([{ state: 'done', attempts: 1 }]);
});

test('a job whose end could not be recorded is done again', async () => {
  const { record, sends } = recordingWork();
  outbox.add(letter, { to: 'Dara' });
  outbox.start(sends(letter));
  outbox.site.db.$client.pragma('query_only = ON');
  await settle();
  expect(record.sent).toHaveLength(1);
  outbox.site.db.$client.pragma('query_only = OFF');
  vi.advanceTimersByTime(1000);
  await settle();
  expect(new Set(record.sent.map(({ key }) => key)).size).toBe(1);
  expect(record.sent).toHaveLength(2);
  expect(outbox.states()).toEqual(['done']);
});
