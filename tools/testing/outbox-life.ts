import { appendFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { type Db, openDatabase } from '@/db/client';
import type { Clock } from '@/lib/jobs/clock';

/*
 * One life of a process that writes jobs and does them, until it kills itself between two statements. As a bundle it
 * starts quickly, so that a test can afford hundreds of lives.
 */

/** The tables that a life writes in addition to the outbox: `orders` says what was requested, `works` what was done. */
export const NOTES = `
  CREATE TABLE orders (id integer PRIMARY KEY AUTOINCREMENT, post_id integer);
  CREATE TABLE works (order_id integer NOT NULL);`;

export interface Life {
  database: string;
  /** File of what was done outside the database: a line with the order and the job's key each time. */
  effects: string;
  /** File of the orders that were confirmed as saved. */
  promises: string;
  /** Before or after which statement the process ends. */
  killAtStep: number;
}

/** What a life does. */
export interface Purpose {
  /** Writes the reason for a job, and the job. @returns the order, or null when there is none. */
  order(db: Db): number | null;
  start(db: Db, effects: string): Clock;
}

/**
 * Writes and does jobs until the chosen step, at which the process is killed.
 * @public for the bundles that tests start.
 */
export async function live(life: Life, purpose: Purpose): Promise<void> {
  const db = openDatabase(life.database);
  killAt(life.killAtStep);
  // Both run at the same time: jobs are written while others are in progress.
  await Promise.all([giveOrders(db, life, purpose), doJobs(db, life, purpose)]);
}

/** @throws the error, since nothing may go wrong. */
export function throwFailure(error: unknown): never {
  throw error;
}

async function giveOrders(db: Db, { promises }: Life, { order }: Purpose): Promise<void> {
  for (;;) {
    const id = order(db);
    if (id !== null) appendFileSync(promises, `${id}\n`);
    await turn();
  }
}

async function doJobs(db: Db, { effects }: Life, { start }: Purpose): Promise<void> {
  for (;;) {
    const clock = start(db, effects);
    await turn();
    await clock.stop(60_000);
  }
}

/** Counts a step before and after each statement, including those that begin and end a transaction. */
function killAt(step: number): void {
  let steps = 0;
  const count = () => {
    steps += 1;
    if (steps === step) process.kill(process.pid, 'SIGKILL');
  };
  const statement = Object.getPrototypeOf(new BetterSqlite(':memory:').prepare('SELECT 1'));
  for (const name of ['run', 'get', 'all']) {
    const execute = statement[name];
    statement[name] = function (...values: unknown[]) {
      count();
      const result = execute.apply(this, values);
      count();
      return result;
    };
  }
}
