import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import PQueue from 'p-queue';
import { FairLine, type LineOptions } from './fair-line';

/** What a queue allows. */
export interface QueueLimits {
  /** How many pieces of work run at the same time. */
  atOnce: number;
  /** How many may wait, for all clients together and for one of them. */
  longestLine: number;
  longestLineOfClient?: number;
  /** How long work may wait for its turn, in ms. */
  longestWaitMs: number;
  /** After this time in ms, work that has not ended gives its place to the next. */
  longestRunMs?: number;
  /**
   * For work that blocks the event loop: while others wait, the loop stays free after each piece for as long
   * as the piece kept it busy, so that the queue never takes more than about half of it.
   */
  isPaced?: boolean;
}

/** A pause after work that blocked for seconds would only make everyone wait. */
const LONGEST_REST_MS = 1000;

/**
 * Thrown in place of work that would wait too long. Recognised by `isQueueFull`, because Next has its own copy
 * of this class.
 */
export class QueueFull extends Error {
  override name = 'QueueFull';

  /** @param queue what the queue is for, as the log names it. */
  constructor(
    readonly queue: string,
    /** When trying again makes sense, in whole seconds. */
    readonly retryAfterSeconds: number,
  ) {
    super(`Too much ${queue} is waiting.`);
  }
}

/** Checks whether an error says that a queue is full. */
export function isQueueFull(error: unknown): error is QueueFull {
  return error instanceof Error && error.name === 'QueueFull';
}

/** The queues of this process, as far as its server made them. */
const queues = new Set<BoundedQueue>();

/**
 * Prepares all queues for the end of the process: they pause no more, and after a time, whatever still waits is
 * refused, so that it gets an answer before its connection is cut off.
 * @param afterMs how long work may still begin.
 */
export function closeQueues(afterMs: number): void {
  for (const queue of queues) queue.close(afterMs);
}

/**
 * A queue for work that could keep everyone waiting if much of it ran at once: a few pieces run at a time, a
 * limited number waits for a limited time, and clients take turns.
 */
export class BoundedQueue {
  readonly #queue: PQueue<FairLine, LineOptions>;
  readonly #waitingOf = new Map<string, number>();
  readonly #turns = new Set<AbortController>();
  #isClosing = false;
  #isClosed = false;

  /** @param name what the queue is for, such as “rendering”. */
  constructor(
    readonly name: string,
    readonly limits: QueueLimits,
  ) {
    this.#queue = new PQueue({ concurrency: limits.atOnce, queueClass: FairLine });
    queues.add(this);
  }

  /** How many pieces of work wait now. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Pauses no more, and after a time (ms) refuses all work that has not begun. */
  close(afterMs: number): void {
    this.#isClosing = true;
    setTimeout(() => {
      this.#isClosed = true;
      for (const turn of this.#turns) turn.abort(this.#full());
    }, afterMs).unref();
  }

  /**
   * Runs work when its turn comes.
   * @param client whoever it is for; those without a name share one turn.
   * @param isAwaited whether many wait for it: its turn comes first, and nothing pauses after it.
   * @throws QueueFull when the line is too long, or the turn did not come in time; then it never runs.
   */
  async run<T>(work: () => T | Promise<T>, client = '', isAwaited = false): Promise<T> {
    this.#refuseIfFull(client);
    // Otherwise it would run in the context of the work before it, and count as a part of that.
    const inOwnContext = AsyncLocalStorage.bind(work);
    const turn = this.#turn();
    this.#count(client, 1);
    let isWaiting = true;
    const leaveLine = () => {
      turn.stop();
      if (isWaiting) this.#count(client, -1);
      isWaiting = false;
    };
    return new Promise((resolve, reject) => {
      const start = async () => {
        leaveLine();
        const before = performance.eventLoopUtilization();
        const result = (async () => inOwnContext())();
        resolve(result);
        // Its failure reaches the caller through `resolve`; here it is only known that it ended.
        await this.#endOf(Promise.allSettled([result]));
        if (this.limits.isPaced && !isAwaited)
          await this.#rest(performance.eventLoopUtilization(before).active);
      };
      this.#queue.add(start, { client, isAwaited, signal: turn.signal }).catch((error: unknown) => {
        leaveLine();
        reject(error);
      });
    });
  }

  /** Waits for work, but not for ever: work that hangs must not keep its place from all others. */
  async #endOf(work: Promise<unknown>): Promise<void> {
    const { longestRunMs } = this.limits;
    if (longestRunMs === undefined) return void (await work);
    const ended = new AbortController();
    const late = pause(longestRunMs, undefined, { signal: ended.signal, ref: false }).then(
      () => console.error(`Work in the queue for ${this.name} has not ended after ${longestRunMs} ms.`),
      // It ended in time.
      () => undefined,
    );
    await Promise.race([work, late]);
    // With a reason, because making one takes longer than all else here.
    ended.abort('ended');
  }

  #refuseIfFull(client: string): void {
    const { longestLine, longestLineOfClient = longestLine } = this.limits;
    if (
      this.#isClosed ||
      this.waiting >= longestLine ||
      (this.#waitingOf.get(client) ?? 0) >= longestLineOfClient
    )
      throw this.#full();
  }

  /** Ends the wait of work whose turn does not come in time. */
  #turn(): { signal: AbortSignal; stop: () => void } {
    const wait = new AbortController();
    const timer = setTimeout(() => wait.abort(this.#full()), this.limits.longestWaitMs);
    this.#turns.add(wait);
    const stop = () => {
      clearTimeout(timer);
      this.#turns.delete(wait);
    };
    return { signal: wait.signal, stop };
  }

  #full(): QueueFull {
    return new QueueFull(this.name, Math.ceil(this.limits.longestWaitMs / 1000));
  }

  #count(client: string, change: number): void {
    const count = (this.#waitingOf.get(client) ?? 0) + change;
    if (count > 0) this.#waitingOf.set(client, count);
    else this.#waitingOf.delete(client);
  }

  /** @param busyMs how long the event loop was busy while the work ran. */
  async #rest(busyMs: number): Promise<void> {
    if (this.waiting > 0 && !this.#isClosing) await pause(Math.min(busyMs, LONGEST_REST_MS));
  }
}
