import { appendFileSync } from 'node:fs';
import { setImmediate as turn } from 'node:timers/promises';
import type BetterSqlite from 'better-sqlite3';
import { type Db, openDatabase } from '@/db/client';
import type { Clock } from '@/lib/jobs/clock';

/*
 * One life of a program that writes jobs and does them, until it ends between two statements. As a bundle it starts
 * quickly, so that a test can afford many lives.
 */

/** The tables that a life writes in addition to the outbox: `orders` says what was requested, `works` what was done. */
export const ORDER_TABLES = `
  CREATE TABLE orders (id integer PRIMARY KEY AUTOINCREMENT, post_id integer);
  CREATE TABLE works (order_id integer NOT NULL);`;

/** Turns of the event loop between two orders: few enough that jobs pile up, and enough that most get done. */
const TURNS_OF_AN_ORDER = 3;
/** Enough for most external work to end. */
const TURNS_OF_A_CLOCK = 4;

/** The files that a life writes outside the database. */
export interface Records {
  /** A line for each thing that was done outside the database. */
  effects: string;
  /** A line for each order that was confirmed as saved. */
  promises: string;
}

/** What a life does with its database. */
export interface Purpose {
  /** Writes the reason for a job, and the job. @returns the order, or null when there is none. */
  order(db: Db): number | null;
  /** Starts the clock. `recordEffect` writes a line outside the database. */
  start(db: Db, recordEffect: (line: string) => void, report: (error: unknown) => void): Clock;
}

/** One life: what it works with, and whether it is over. */
export interface Life {
  db: Db;
  records: Records;
  isOver(): boolean;
}

/** Opens a database for a life: its log is short, so that lives end near checkpoints and copies are small. */
export function openForLife(file: string): Db {
  const db = openDatabase(file);
  db.$client.pragma('wal_autocheckpoint = 50');
  return db;
}

/**
 * Writes and does jobs at the same time, until the life is over.
 * @throws what went wrong before.
 */
export async function live(life: Life, purpose: Purpose): Promise<void> {
  await Promise.all([giveOrders(life, purpose), doJobs(life, purpose)]);
}

async function giveOrders({ db, records, isOver }: Life, { order }: Purpose): Promise<void> {
  while (!isOver()) {
    await pass(TURNS_OF_AN_ORDER);
    const id = order(db);
    if (id !== null) appendFileSync(records.promises, `${id}\n`);
  }
}

async function doJobs({ db, records, isOver }: Life, { start }: Purpose): Promise<void> {
  const recordEffect = (line: string) => {
    if (isOver()) throw new Error('This process was killed.');
    appendFileSync(records.effects, `${line}\n`);
  };
  const report = (error: unknown) => {
    if (!isOver()) throw error;
  };
  while (!isOver()) {
    const clock = start(db, recordEffect, report);
    await pass(TURNS_OF_A_CLOCK);
    // Without time to finish, so that the next clock sometimes finds work that this one began.
    await clock.stop(0);
  }
}

async function pass(turns: number): Promise<void> {
  for (let count = 0; count < turns; count++) await turn();
}

/**
 * Lives in this process until the chosen step, at which the process is killed, or ends by itself.
 * @public for the bundle that a test starts.
 */
export async function liveUntilKilled(
  {
    file,
    records,
    lastStep,
    isKilled,
  }: { file: string; records: Records; lastStep: number; isKilled: boolean },
  purpose: Purpose,
): Promise<void> {
  const db = openForLife(file);
  let steps = 0;
  watchSteps(db, () => {
    steps += 1;
    if (steps < lastStep) return;
    if (isKilled) process.kill(process.pid, 'SIGKILL');
    process.exit();
  });
  await live({ db, records, isOver: () => false }, purpose);
}

/**
 * Calls `onStep` before and after each statement of any database, including those that begin and end a transaction.
 * @param db any; it leads to what all statements have in common.
 * @returns a function that ends this.
 */
export function watchSteps(db: Db, onStep: (client: BetterSqlite.Database) => void): () => void {
  const statement = Object.getPrototypeOf(db.$client.prepare('SELECT 1'));
  const { run, get, all } = statement;
  for (const [name, execute] of Object.entries({ run, get, all })) {
    statement[name] = function (...values: unknown[]) {
      onStep(this.database);
      const result = execute.apply(this, values);
      onStep(this.database);
      return result;
    };
  }
  return () => Object.assign(statement, { run, get, all });
}
