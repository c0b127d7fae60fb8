import { describe, expect, test, vi } from 'vitest';
import { jobs } from '@/db/schema';
import { letter, merged, prepareTestOutbox, recordingWork, settle } from '@/tools/testing/test-outbox';
import { worksOutside } from './workers';

const outbox = prepareTestOutbox();

describe('equal jobs', () => {
  test('of a merged kind become one, due when the first of them is', () => {
    outbox.add(merged, { to: 'Dara' }, 5000);
    outbox.add(merged, { to: 'Dara' }, 9000);
    outbox.add(merged, { to: 'Dara' }, 1000);
    outbox.add(merged, { to: 'Sok' });
    expect(outbox.rows()).toMatchObject([{ runAt: Date.now() + 1000 }, { payload: '{"to":"Sok"}' }]);
  });

  test('of another kind stay two', () => {
    outbox.add(letter, { to: 'Dara' });
    outbox.add(letter, { to: 'Dara' });
    expect(outbox.rows()).toHaveLength(2);
    expect(new Set(outbox.rows().map(({ key }) => key)).size).toBe(2);
  });

  test('added while one is running are done after it, once', async () => {
    const ends: (() => void)[] = [];
    outbox.add(merged, { to: 'Dara' });
    outbox.start(worksOutside(merged, () => new Promise<void>((done) => ends.push(done))));
    outbox.add(merged, { to: 'Dara' });
    outbox.add(merged, { to: 'Dara' });
    vi.advanceTimersByTime(2000);
    expect(outbox.states()).toEqual(['running', 'waiting']);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    await settle();
    expect(ends).toHaveLength(2);
    ends[1]?.();
    await settle();
    expect(outbox.states()).toEqual(['done', 'done']);
  });

  test('added while one is failing are done at once, as a new request', async () => {
    const { record, sends } = recordingWork();
    record.failure = new Error('Nobody at home.');
    outbox.add(merged, { to: 'Dara' });
    outbox.site.db.update(jobs).set({ attempts: 2 }).run();
    outbox.start(sends(merged));
    outbox.add(merged, { to: 'Dara' });
    await settle();
    expect(outbox.rows()).toMatchObject([{ state: 'waiting', attempts: 1, runAt: Date.now() + 1000 }]);
    // A receiver would take the same key for a repetition, and not do what is new.
    expect(new Set(record.sent.map(({ key }) => key)).size).toBe(2);
    expect(record.sent).toHaveLength(2);
  });

  test('added after one failed are done at once, as a new request', async () => {
    const { record, sends } = recordingWork();
    record.failure = new Error('Nobody at home.');
    outbox.add(merged, { to: 'Dara' });
    outbox.start(sends(merged));
    await settle();
    record.failure = null;
    outbox.add(merged, { to: 'Dara' });
    vi.advanceTimersByTime(500);
    await settle();
    expect(outbox.rows()).toMatchObject([{ state: 'done', attempts: 1 }]);
    expect(new Set(record.sent.map(({ key }) => key)).size).toBe(2);
  });

  test('that are due later do not make the next attempt earlier', async () => {
    const { record, sends } = recordingWork();
    outbox.add(merged, { to: 'Dara' });
    record.failure = new Error('Nobody at home.');
    outbox.start(sends(merged));
    outbox.add(merged, { to: 'Dara' }, 60_000);
    await settle();
    expect(outbox.rows()).toMatchObject([{ state: 'waiting', runAt: Date.now() + 1000 }]);
  });

  test('that failed are forgotten when one succeeds', async () => {
    const { record, sends } = recordingWork();
    outbox.add(merged, { to: 'Dara' });
    outbox.site.db.update(jobs).set({ state: 'failed' }).run();
    outbox.add(merged, { to: 'Dara' });
    outbox.start(sends(merged));
    await settle();
    expect(record.sent).toHaveLength(1);
    expect(outbox.states()).toEqual(['done']);
  });
});
