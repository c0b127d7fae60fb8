import { setImmediate as turn } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { isBusyError, whenFree } from '@/lib/when-free';
import { beginJob, failJob, findNextJob, finishJob, type Job, resumeInterrupted } from './job-rows';
import type { Worker } from './workers';

/** The longest delay before a job that another connection or process wrote is noticed. */
const LONGEST_WAIT_MS = 500;
/** A pause between many jobs, so that requests are answered in the meantime. */
const SHORTEST_WAIT_MS = 10;
const MOST_IN_A_ROW = 10;
/** The pause while another process has locked the database. */
const BUSY_WAIT_MS = 50;
/** External work whose end cannot be recorded is done again, so recording waits long for a locked database. */
const LONGEST_RECORDING_MS = 60_000;
/** How many external jobs may run at a time. */
const MOST_UNDER_WAY = 8;
/** A failure that the second attempt fixes is not worth a line in the log. */
const REPORTED_AT_ATTEMPT = 3;

type Report = (error: unknown) => void;

/** The running clock. */
export interface Clock {
  /**
   * Runs what is due for at most this many ms, then stops: the rest waits for the next start. External work
   * begins only in the first half of that time, so that it can finish; what does not finish is aborted.
   * @param requests ends with the requests in progress, which may still write jobs.
   */
  stop(finishWithinMs: number, requests?: Promise<unknown>): Promise<void>;
  /** How long ago it last looked for jobs without a failure of its own, ms. A locked database is not its failure. */
  lookedMsAgo(): number;
}

/**
 * Runs the jobs of the outbox when they are due: immediately those that became due while the program was down
 * and those that were interrupted when it was killed. Only one process may do so for a file.
 */
export function startClock(db: Db, workers: Worker[], { report }: { report: Report }): Clock {
  const clock = new RunningClock(db, workers, report);
  clock.wake();
  return clock;
}

class RunningClock implements Clock {
  readonly #db: Db;
  readonly #workers: Map<string, Worker>;
  readonly #report: Report;
  readonly #underWay = new Map<number, Promise<void>>();
  readonly #leaving = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #hasInterrupted = true;
  #isStopping = false;
  #isTimeOver = false;
  #mayBeginOutside = true;
  #lookedAt = performance.now();

  constructor(db: Db, workers: Worker[], report: Report) {
    this.#db = db;
    this.#workers = new Map(workers.map((worker) => [worker.kind.name, worker]));
    this.#report = report;
  }

  wake(): void {
    if (this.#isStopping) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), this.#doWhatIsDue() || SHORTEST_WAIT_MS);
  }

  lookedMsAgo(): number {
    return performance.now() - this.#lookedAt;
  }

  async stop(finishWithinMs: number, requests: Promise<unknown> = Promise.resolve()): Promise<void> {
    this.#isTimeOver = finishWithinMs <= 0;
    const half = setTimeout(() => {
      this.#mayBeginOutside = false;
    }, finishWithinMs / 2);
    let end: NodeJS.Timeout | undefined;
    const timeOver = new Promise<void>((done) => {
      end = setTimeout(done, finishWithinMs);
    });
    try {
      await Promise.race([requests, timeOver]);
      this.#isStopping = true;
      clearTimeout(this.#timer);
      await Promise.race([this.#drain(), timeOver]);
    } finally {
      this.#isStopping = true;
      this.#isTimeOver = true;
      for (const timer of [this.#timer, half, end]) clearTimeout(timer);
      this.#leaving.abort(new Error('The server stops.'));
    }
  }

  /** Does what is due and waits for running work, until nothing of either is left. */
  async #drain(): Promise<void> {
    let isDoing = true;
    while (isDoing || this.#underWay.size > 0) {
      // Between two jobs, timers can run, so that the end of the time is noticed.
      await (isDoing ? turn() : Promise.race(this.#underWay.values()));
      if (this.#isTimeOver) return;
      isDoing = this.#doWhatIsDue(1) === 0;
    }
  }

  /** @returns how long to wait until the next look, in ms: 0 when more may be due. */
  #doWhatIsDue(mostInARow = MOST_IN_A_ROW): number {
    try {
      this.#resume();
      for (let done = 0; done < mostInARow; done++) {
        const job = findNextJob(this.#db, this.#ready());
        this.#lookedAt = performance.now();
        const waitMs = job ? job.runAt - Date.now() : LONGEST_WAIT_MS;
        if (!job || waitMs > 0) return Math.min(waitMs, LONGEST_WAIT_MS);
        this.#do(job);
      }
      return 0;
    } catch (error) {
      // Another process holds the lock. Nothing was lost or counted: the next look tries the same again.
      if (isBusyError(error)) {
        this.#lookedAt = performance.now();
        return BUSY_WAIT_MS;
      }
      this.#report(error);
      return LONGEST_WAIT_MS;
    }
  }

  #resume(): void {
    if (!this.#hasInterrupted) return;
    const kinds = [...this.#workers.values()].map(({ kind }) => kind);
    resumeInterrupted(this.#db, kinds, [...this.#underWay.keys()]);
    this.#hasInterrupted = false;
  }

  /** The kinds of which one more job may start. */
  #ready(): string[] {
    const mayBeginOutside = this.#mayBeginOutside && this.#underWay.size < MOST_UNDER_WAY;
    const ready = [...this.#workers].filter(([, { isOutside }]) => mayBeginOutside || !isOutside);
    return ready.map(([name]) => name);
  }

  #do(job: Job): void {
    const worker = this.#workers.get(job.kind);
    if (!worker) throw new Error(`Nobody does jobs of the kind ${job.kind}.`);
    if (!worker.isOutside) {
      this.#doWithin(worker, job);
      return;
    }
    const begun = beginJob(this.#db, job.id);
    if (begun) this.#underWay.set(job.id, this.#doOutside(worker, begun));
  }

  #doWithin({ kind, work }: Extract<Worker, { isOutside: false }>, job: Job): void {
    const now = Date.now();
    try {
      this.#db.$client
        .transaction(() => {
          // Marked first, so that work which itself removes jobs from the outbox never removes this one.
          if (finishJob(this.#db, kind, job, now)) work(this.#db, job, now);
        })
        .immediate();
    } catch (error) {
      if (isBusyError(error)) throw error;
      this.#fail(kind, { ...job, attempts: job.attempts + 1 }, error);
    }
  }

  async #doOutside({ kind, work }: Extract<Worker, { isOutside: true }>, job: Job): Promise<void> {
    const { signal } = this.#leaving;
    try {
      const failure = await work(job, { key: job.key, signal }).then(() => null, asFailure);
      // After the stop the database may be closed; the job stays marked as running, and is done at the next
      // start.
      if (signal.aborted) return;
      await whenFree(() => this.#record(kind, job, failure), { longestWaitMs: LONGEST_RECORDING_MS, signal });
    } catch (error) {
      if (signal.aborted) return;
      // It could not be recorded: the next look treats the job as interrupted.
      this.#hasInterrupted = true;
      this.#report(error);
    } finally {
      this.#underWay.delete(job.id);
      // Waking immediately would retry at once what cannot be recorded.
      if (!this.#hasInterrupted) this.wake();
    }
  }

  #record(kind: Worker['kind'], job: Job, failure: { error: unknown } | null): void {
    if (failure) this.#fail(kind, job, failure.error);
    else this.#db.transaction((tx) => finishJob(tx, kind, job, Date.now()), { behavior: 'immediate' });
  }

  #fail(kind: Worker['kind'], job: Job, error: unknown): void {
    const isLast = failJob(this.#db, kind, job, error, Date.now());
    if (isLast || job.attempts === REPORTED_AT_ATTEMPT) this.#report(error);
  }
}

function asFailure(error: unknown): { error: unknown } {
  return { error };
}
