import { appendFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
// Named imports, so that the bundle contains nothing else of zod: 170 processes load it.
import { type infer as Infer, int, object } from 'zod';
import type { Db } from '@/db/client';
import { addJob } from '@/lib/jobs/add-job';
import { startClock } from '@/lib/jobs/clock';
import type { JobKind } from '@/lib/jobs/kinds';
import { worksOutside, worksWithin } from '@/lib/jobs/workers';
import { type Purpose, throwFailure } from './outbox-life';

const Order = object({ id: int() });
const RULES = { isMerged: false, payload: Order, attempts: 1000, firstPauseMs: 0, longestPauseMs: 0 };
const within: JobKind<Infer<typeof Order>> = { ...RULES, name: 'testWithin' };
const outside: JobKind<Infer<typeof Order>> = { ...RULES, name: 'testOutside' };

/** A life with one job inside the database and one outside of it for each order. */
export const jobsForOrders: Purpose = {
  order: (db) =>
    db.transaction((tx) => {
      const { lastInsertRowid } = db.$client.prepare('INSERT INTO orders DEFAULT VALUES').run();
      const payload = { id: Number(lastInsertRowid) };
      addJob(tx, within, payload, { now: Date.now() });
      addJob(tx, outside, payload, { now: Date.now() });
      return payload.id;
    }),
  start: (db, effects) => startClock(db, workersThatNote(effects), { report: throwFailure }),
};

function workersThatNote(effects: string) {
  return [
    worksWithin(within, (db: Db, { id }) => {
      db.$client.prepare('INSERT INTO works VALUES (?)').run(id);
    }),
    worksOutside(outside, async ({ id }, { key }) => {
      await turn();
      appendFileSync(effects, `${id} ${key}\n`);
      await turn();
    }),
  ];
}
