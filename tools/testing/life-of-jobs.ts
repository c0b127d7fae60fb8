import { setImmediate as turn } from 'node:timers/promises';
// Named imports, so that the bundle contains nothing else of zod: many processes load it.
import { type infer as Infer, int, object } from 'zod';
import type { Db } from '@/db/client';
import { addJob } from '@/lib/jobs/add-job';
import { startClock } from '@/lib/jobs/clock';
import type { JobKind } from '@/lib/jobs/kinds';
import { worksOutside, worksWithin } from '@/lib/jobs/workers';
import type { Purpose } from './outbox-life';

const ORDERS_IN_A_GROUP = 4;
const Id = object({ id: int() });
const RULES = { isMerged: false, payload: Id, attempts: 1000, firstPauseMs: 0, longestPauseMs: 0 };
const within: JobKind<Infer<typeof Id>> = { ...RULES, name: 'testWithin' };
const outside: JobKind<Infer<typeof Id>> = { ...RULES, name: 'testOutside' };
const merged: JobKind<Infer<typeof Id>> = { ...RULES, name: 'testMerged', isMerged: true };

/** The last order of each group, in SQL, where the groups are those of the merged jobs. */
export const LAST_ORDERS = `SELECT max(id) FROM orders GROUP BY id / ${ORDERS_IN_A_GROUP}`;

/**
 * A life with three jobs for each order: one inside the database, one outside of it, and a merged one outside of it,
 * which several orders share.
 */
export const jobsForOrders: Purpose = {
  order: (db) =>
    db.transaction((tx) => {
      const { lastInsertRowid } = db.$client.prepare('INSERT INTO orders DEFAULT VALUES').run();
      const id = Number(lastInsertRowid);
      addJob(tx, within, { id }, { now: Date.now() });
      addJob(tx, outside, { id }, { now: Date.now() });
      addJob(tx, merged, { id: Math.floor(id / ORDERS_IN_A_GROUP) }, { now: Date.now() });
      return id;
    }),
  start: (db, recordEffect, report) => startClock(db, workersThatRecord(db, recordEffect), { report }),
};

function workersThatRecord(db: Db, recordEffect: (line: string) => void) {
  const lastOfGroup = `SELECT max(id) FROM orders WHERE id / ${ORDERS_IN_A_GROUP} = ?`;
  return [
    worksWithin(within, (_, { id }) => {
      db.$client.prepare('INSERT INTO works VALUES (?)').run(id);
    }),
    worksOutside(outside, async ({ id }, { key }) => {
      await turn();
      recordEffect(`outside ${id} ${key}`);
      await turn();
    }),
    // Sends what the database says when it begins, as a purge makes an edge read again.
    worksOutside(merged, async ({ id }) => {
      const last = db.$client.prepare(lastOfGroup).pluck().get(id);
      await turn();
      recordEffect(`merged ${last}`);
      await turn();
    }),
  ];
}
