import { SqliteError } from 'better-sqlite3';
import { describe, expect, test, vi } from 'vitest';
import { jobs } from '@/db/schema';
import { letter, prepareTestOutbox, recordingWork, settle } from '@/tools/testing/test-outbox';
import { worksWithin } from './workers';

const outbox = prepareTestOutbox();
/** The same kind, repeated: the next job is planned with the payload of this one. */
const hourlyLetter = { ...letter, everyMs: 3_600_000 };

describe('a job that fails', () => {
  test('is retried with the same key, after pauses that double up to the longest, and then kept as failed', async () => {
    const { record, sends } = recordingWork();
    record.failure = new Error('Nobody at home.');
    outbox.add(letter, { to: 'Dara' });
    outbox.start(sends(letter));
    const pauses: number[] = [];
    await settle();
    while (outbox.rows()[0]?.state === 'waiting') {
      const pauseMs = (outbox.rows()[0]?.runAt ?? 0) - Date.now();
      pauses.push(pauseMs);
      vi.advanceTimersByTime(pauseMs + 1);
      await settle();
    }
    expect(pauses).toEqual([1000, 2000, 3000]);
    expect(outbox.rows()).toMatchObject([{ state: 'failed', attempts: 4, lastError: 'Nobody at home.' }]);
    expect(new Set(record.sent.map(({ key }) => key)).size).toBe(1);
    expect(outbox.reported, 'the third and the last').toEqual([record.failure, record.failure]);
  });

  test('rolls back its own changes to the database', () => {
    outbox.add(letter, { to: 'Dara' });
    outbox.start(
      worksWithin(letter, (db) => {
        db.$client.exec("UPDATE site SET name = '{}'");
        throw new Error('a bug');
      }),
    );
    expect(outbox.site.db.$client.prepare('SELECT name FROM site').pluck().get()).not.toBe('{}');
    expect(outbox.rows().filter(({ kind }) => kind === 'letter')).toMatchObject([
      { state: 'waiting', attempts: 1, lastError: 'a bug' },
    ]);
  });

  test('does not keep others from being done', async () => {
    const done: string[] = [];
    for (const to of ['Nobody', 'Dara']) outbox.add(letter, { to });
    outbox.start(
      worksWithin(letter, (_, { to }) => {
        if (to === 'Nobody') throw new Error('no');
        done.push(to);
      }),
    );
    expect(done).toEqual(['Dara']);
  });
});

describe.each([
  ['largest', 2n ** 63n - 1n],
  ['smallest', -(2n ** 63n)],
])('a row with the %s number that SQLite can store', (_, number) => {
  const works = { done: [] as string[] };
  const worker = worksWithin(letter, (_db, { to }) => {
    if (to === 'Nobody') throw new Error('no');
    works.done.push(to);
  });

  function addBeforeSound(column: string, state: string): void {
    works.done.length = 0;
    outbox.add(letter, { to: 'Nobody' });
    const set = outbox.site.db.$client.prepare(`UPDATE jobs SET state = ?, ${column} = ?`);
    set.run(state, number);
    outbox.add(letter, { to: 'Dara' });
  }

  test.each([
    ['attempts', 'waiting'],
    ['attempts', 'running'],
    ['run_at', 'running'],
  ])('of %s, %s, does not keep other jobs from being done', async (column, state) => {
    addBeforeSound(column, state);
    outbox.start(worker);
    await settle();
    expect(works.done).toEqual(['Dara']);
    expect(outbox.reported.filter((error) => error instanceof SqliteError)).toEqual([]);
  });

  test('of attempts does not keep external work from being done', async () => {
    addBeforeSound('attempts', 'waiting');
    const { record, sends } = recordingWork();
    record.failure = new Error('no');
    outbox.start(sends(letter));
    await settle();
    expect(record.sent).toMatchObject([{ to: 'Nobody' }, { to: 'Dara' }]);
    expect(outbox.reported.filter((error) => error instanceof SqliteError)).toEqual([]);
  });
});

describe('a job that cannot be read', () => {
  const sound = { to: 'Dara' };
  const unreadable = [
    ['is not JSON', '{"to":', 'The details of this job are not valid JSON.'],
    ['is empty', '', 'The details of this job are not valid JSON.'],
    ['does not match its kind', '{"from":"Dara"}', 'The details of this job are not valid. to: '],
  ];

  /** Adds a job with this payload, and a sound one that is due after it. */
  function addBeforeSound(payload: string): void {
    outbox.add(letter, { to: 'Nobody' });
    outbox.site.db.update(jobs).set({ payload }).run();
    outbox.add(letter, sound);
  }

  test.each(unreadable)(
    'because its payload %s fails at once and is reported, and the others run',
    async (_, payload, sentence) => {
      addBeforeSound(payload);
      const { record, sends } = recordingWork();
      outbox.start(sends(letter));
      await settle();
      expect(record.sent).toMatchObject([sound]);
      expect(outbox.rows()).toMatchObject([
        { state: 'failed', attempts: 1, lastError: expect.stringContaining(sentence) },
        { state: 'done' },
      ]);
      expect(outbox.reported.map(String)).toEqual([expect.stringContaining(sentence)]);
    },
  );

  test.each(unreadable)(
    'within the database because its payload %s fails alone too',
    (_, payload, sentence) => {
      addBeforeSound(payload);
      outbox.start(worksWithin(hourlyLetter, () => undefined));
      expect(outbox.rows()).toMatchObject([
        { state: 'failed', lastError: expect.stringContaining(sentence) },
        { state: 'done' },
        { state: 'waiting', payload: JSON.stringify(sound) },
      ]);
    },
  );

  test('does not keep the interrupted ones from being done', async () => {
    addBeforeSound('{');
    outbox.site.db.update(jobs).set({ state: 'running' }).run();
    const { record, sends } = recordingWork();
    outbox.start(sends(letter));
    await settle();
    expect(record.sent).toMatchObject([sound]);
    expect(outbox.states()).toEqual(['failed', 'done']);
  });

  test('because its state is from another version stays, and the others run', async () => {
    addBeforeSound('{}');
    outbox.site.db.$client.exec("UPDATE jobs SET state = 'paused' WHERE id = 1");
    const { sends } = recordingWork();
    outbox.start(sends(letter));
    await settle();
    expect(outbox.states()).toEqual(['paused', 'done']);
  });
});

test('an interrupted job of an unknown kind waits for a program that knows it', () => {
  outbox.add({ ...letter, name: 'unknown' }, { to: 'Dara' });
  outbox.site.db.update(jobs).set({ state: 'running', attempts: 900 }).run();
  outbox.start(worksWithin(letter, () => undefined));
  expect(outbox.states()).toEqual(['waiting']);
});

test('a value that the program cannot read does not get into a row', () => {
  outbox.add(letter, { to: 'Dara' });
  for (const change of ["run_at = 'soon'", "attempts = 'many'", "payload = x'00'", 'due_at = 1.5'])
    expect(() => outbox.site.db.$client.exec(`UPDATE jobs SET ${change}`)).toThrow('cannot store');
});
