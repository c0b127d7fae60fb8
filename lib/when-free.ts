import { setImmediate as breath, setTimeout as pause } from 'node:timers/promises';
import { SqliteError } from 'better-sqlite3';
import { Refusal } from './errors';

/*
 * Another process may hold the database's write lock: the operator's tool, or someone with a database browser. SQLite
 * can wait for it, but only by blocking the thread, and this thread also answers readers. So the server's connection
 * does not wait: its writes wait here, in one line, without blocking anything. Reading never needs the lock.
 */

/** How long a write waits for the lock, ms: less than the 20 s after which the editor gives up on an answer. */
const LONGEST_WAIT_MS = 8000;
const FIRST_PAUSE_MS = 5;
const LONGEST_PAUSE_MS = 80;
/** More are tried once and not kept waiting: the last would wait for all the others. */
const LONGEST_LINE = 500;

interface Patience {
  longestWaitMs?: number;
  /** Ends the wait early. */
  signal?: AbortSignal;
}

/** What one attempt gave; `result` throws what the attempt threw. */
interface Attempt<T> {
  isBusy: boolean;
  result: () => T;
}

let waiting = 0;
/** Ends when everyone in the line has had a turn. */
let line: Promise<unknown> = Promise.resolve();

/** Whether the error says that another connection holds the lock. */
export function isBusyError(error: unknown): boolean {
  if (error instanceof Refusal) return error.key === 'databaseBusy';
  return error instanceof SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/**
 * Runs a write: immediately if the database is free, otherwise when it is, in the order of the calls. The
 * write is one transaction, or can be repeated from its start. Work that takes time (a promise) is not
 * repeated: it calls this function for its own writes.
 * @returns what the write gives; if that is an outcome, the refusal `databaseBusy` after eight seconds.
 * @throws Refusal `databaseBusy` after the same time, where the write gives no outcome.
 */
export async function whenFree<T>(work: () => T | Promise<T>, patience: Patience = {}): Promise<T> {
  if (waiting === 0 || waiting >= LONGEST_LINE) {
    const first = attempt(work);
    if (!first.isBusy || waiting >= LONGEST_LINE) return await first.result();
  }
  const until = performance.now() + (patience.longestWaitMs ?? LONGEST_WAIT_MS);
  waiting += 1;
  const turn = inTurn(work, until, patience.signal);
  const leave = () => {
    waiting -= 1;
  };
  const left = turn.then(leave, leave);
  line = Promise.all([line, left]).then(() => undefined);
  return await (await turn).result();
}

/**
 * Runs a write that is only a note, such as when someone was last seen: skipped while the database is locked.
 * @returns whether it was written.
 */
export function unlessBusy(note: () => void): boolean {
  try {
    note();
    return true;
  } catch (error) {
    if (isBusyError(error)) return false;
    throw error;
  }
}

/**
 * Waits for a turn in the line, then for the lock. A write whose time is over before its turn is tried once more, and
 * leaves the line: others wait longer, and hold up nobody but themselves.
 */
async function inTurn<T>(work: () => T, until: number, signal?: AbortSignal): Promise<Attempt<T>> {
  await turnOrEnd(line, until, signal);
  return untilFree(work, until, signal);
}

/** Waits for those ahead in the line, until a time or a signal. */
function turnOrEnd(ahead: Promise<unknown>, until: number, signal?: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, Math.max(0, until - performance.now()));
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
    void ahead.then(end);
  });
}

async function untilFree<T>(work: () => T, until: number, signal?: AbortSignal): Promise<Attempt<T>> {
  // Between two writes of the line, requests are answered.
  await breath();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    if (signal?.aborted) return refused(new Refusal('unavailable', 'databaseBusy'));
    const tried = attempt(work);
    if (!tried.isBusy) return tried;
    if (performance.now() + pauseMs > until) {
      console.warn('Another process has locked the database. A write was refused.');
      return tried;
    }
    await pause(pauseMs);
  }
}

function attempt<T>(work: () => T): Attempt<T> {
  try {
    const value = work();
    return { isBusy: isBusyOutcome(value), result: () => value };
  } catch (error) {
    if (!isBusyError(error)) throw error;
    return refused(error instanceof Refusal ? error : new Refusal('unavailable', 'databaseBusy'));
  }
}

function refused(refusal: Refusal): Attempt<never> {
  const result = () => {
    throw refusal;
  };
  return { isBusy: true, result };
}

function isBusyOutcome(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'key' in value && value.key === 'databaseBusy';
}
