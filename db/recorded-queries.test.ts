import { setTimeout as pause } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { dependsOnMore, includeQueries, recordQueries, withoutRecording } from './recorded-queries';
import { posts, site as siteTable } from './schema';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

const nameOfSite = () => site.db.select({ name: siteTable.name }).from(siteTable).get();
const recordingOf = async (work: () => unknown) => (await recordQueries(async () => work())).recording;

test('work that runs side by side records its own queries, through all its steps', async () => {
  const works = Array.from({ length: 20 }, (_, n) =>
    recordQueries(async () => {
      for (let step = 0; step < 5; step += 1) {
        await pause(n % 3);
        site.db
          .select({ id: posts.id })
          .from(posts)
          .where(eq(posts.id, n * 10 + step))
          .all();
      }
    }),
  );
  for (const [n, { recording }] of (await Promise.all(works)).entries()) {
    expect(recording.isComplete).toBe(true);
    const asked = Array.from(recording.queries.values(), ({ values }) => values[0]);
    expect(asked).toEqual([0, 1, 2, 3, 4].map((step) => n * 10 + step));
  }
});

test('columns of the same name are told apart', async () => {
  const twice = (a: number, b: number) =>
    recordingOf(() =>
      site.db
        .select({ a: sql`${a} as x`, b: sql`${b} as x` })
        .from(siteTable)
        .all(),
    );
  const [first, second] = [await twice(1, 3), await twice(2, 3)];
  const hashOf = (recording: typeof first) => [...recording.queries.values()][0]?.hash;
  expect(hashOf(first)).not.toBe(hashOf(second));
});

test('the form of rows is part of a query', async () => {
  const statement = site.db.$client.prepare('select id, name from site');
  const recording = await recordingOf(() => {
    statement.get();
    statement.raw().get();
    statement.pluck().all();
  });
  expect(Array.from(recording.queries.values(), ({ method, form }) => `${method} ${form}`)).toEqual([
    'get object',
    'get raw',
    'all pluck',
  ]);
});

test.each<[what: string, work: () => unknown]>([
  ['a write', () => site.db.update(siteTable).set({ timeZone: 'UTC' }).run()],
  ['a write that returns rows', () => site.db.update(siteTable).set({ timeZone: 'UTC' }).returning().all()],
  ['a script', () => site.db.$client.exec('select 1')],
  ['a pragma', () => site.db.$client.pragma('user_version')],
  ['rows read one by one', () => [...site.db.$client.prepare('select 1').iterate()]],
  ['bytes among the values', () => site.db.$client.prepare('select ?').get(Buffer.from('x'))],
  ['values by name', () => site.db.$client.prepare('select @a').get({ a: 1 })],
  ['something else that it says', () => dependsOnMore()],
  [
    'data that changes meanwhile',
    () => {
      nameOfSite();
      withoutRecording(() =>
        site.db
          .update(siteTable)
          .set({ name: { en: 'Other' } })
          .run(),
      );
      nameOfSite();
    },
  ],
  [
    'a query that failed',
    () => expect(() => site.db.$client.prepare("select json('{')").get()).toThrow('malformed'),
  ],
  [
    'more queries than are worth checking',
    () => {
      for (let n = 0; n < 200; n += 1) site.db.select().from(posts).where(eq(posts.id, n)).all();
    },
  ],
])('a recording is incomplete after %s', async (_what, work) => {
  const recording = await recordingOf(() => {
    nameOfSite();
    work();
  });
  expect(recording.isComplete).toBe(false);
});

test('work that uses the result of other work depends on what that read', async () => {
  const earlier = await recordQueries(async () => nameOfSite());
  const later = await recordingOf(() => includeQueries(earlier.recording));
  expect([...later.queries.keys()]).toEqual([...earlier.recording.queries.keys()]);
  const around = await recordQueries(() => recordQueries(async () => nameOfSite()));
  expect(around.recording.queries.size).toBe(1);
  const broken = await recordQueries(async () => dependsOnMore());
  expect((await recordingOf(() => includeQueries(broken.recording))).isComplete).toBe(false);
});

test('a query of unknown origin makes every recording under way incomplete; one outside of pages does not', async () => {
  const during = (work: () => unknown) => {
    let go = () => {};
    const gate = new Promise<void>((open) => {
      go = open;
    });
    const recorded = recordQueries(() => gate);
    work();
    go();
    return recorded;
  };
  expect((await during(() => withoutRecording(nameOfSite))).recording.isComplete).toBe(true);
  expect((await during(nameOfSite)).recording.isComplete).toBe(false);
});
