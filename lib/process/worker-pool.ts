import PQueue from 'p-queue';
// The default export: in a release, Next gets this package through CommonJS, without the names of its exports.
import Piscina from 'piscina';
import { dependsOnMore } from '@/db/recorded-queries';

/** What a pool may use. */
export interface PoolLimits {
  /** Tasks that run at the same time, each in a thread of its own; readers need a core too. */
  threads: 1 | 2;
  /** Tasks that may wait for a thread; one more is refused. */
  longestLine: number;
  /** How long one task may run, in ms, without its time in the line and the start of its thread. */
  longestMs: number;
  /** Whether answers depend on nothing but their tasks: not on the database, nor on any file. */
  isPure?: boolean;
  /** The heap of one thread, in MiB; buffers and memory of native code do not count. */
  heapMiB: number;
}

/** Why a task has no answer. */
export type PoolFailure = 'full' | 'late' | 'crashed' | 'closed';

const SENTENCES: Record<PoolFailure, string> = {
  full: 'Too many tasks wait for a thread.',
  late: 'The task took too long and was abandoned.',
  crashed: 'The thread ended before its task.',
  closed: 'The pool is closed.',
};

/** A task without an answer. What the task itself throws is passed on as it is. */
export class WorkerPoolError extends Error {
  override name = 'WorkerPoolError';
  readonly reason: PoolFailure;

  constructor(reason: PoolFailure, options?: ErrorOptions) {
    super(SENTENCES[reason], options);
    this.reason = reason;
  }
}

/** The default export of a worker's file. Tasks and answers are copied as `structuredClone` does. */
export type Work = (task: never) => unknown;

/** Longer than a thread needs to load its code on a busy machine. */
const START_WITHIN_MS = 20_000;
/** A thread takes some ten MiB, so idle ones end. */
const IDLE_MS = 60_000;
const YOUNG_HEAP_MIB = 8;

/**
 * Runs tasks in threads, so that the main thread keeps answering readers. A thread starts with the first task
 * and ends when it has been idle for a minute. A task that takes too long is abandoned: its thread is
 * terminated and replaced. A running SQLite statement cannot be interrupted, though: its thread ends after it.
 */
export class WorkerPool<W extends Work> {
  readonly #file: string;
  readonly #limits: PoolLimits;
  readonly #line: PQueue;
  readonly #running = new Set<AbortController>();
  #threads: Piscina | null = null;
  #ready = 0;
  #isClosed = false;

  /** @param file the absolute path of the worker, JavaScript or TypeScript. */
  constructor(file: string, limits: PoolLimits) {
    this.#file = file;
    this.#limits = limits;
    this.#line = new PQueue({ concurrency: limits.threads });
  }

  /**
   * Runs a task and returns its answer.
   * @throws WorkerPoolError when the line is full, the task took too long, its thread ended or the pool is closed.
   */
  async run(task: Parameters<W>[0]): Promise<Awaited<ReturnType<W>>> {
    const { threads, longestLine, isPure = false } = this.#limits;
    if (!isPure) dependsOnMore();
    if (this.#line.pending >= threads && this.#line.size >= longestLine) throw new WorkerPoolError('full');
    return await this.#line.add(() => this.#runInThread(task));
  }

  /** Ends all threads. Tasks without an answer are rejected. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#abandonAll('closed');
    await this.#threads?.destroy();
  }

  /** Ends threads that have nothing to do, where memory is needed for something else; the next task starts a new one. */
  async endIdle(): Promise<void> {
    const threads = this.#threads;
    if (!threads || this.#line.pending > 0) return;
    this.#threads = null;
    this.#ready = 0;
    await threads.destroy();
  }

  async #runInThread(task: Parameters<W>[0]): Promise<Awaited<ReturnType<W>>> {
    if (this.#isClosed) throw new WorkerPoolError('closed');
    this.#threads ??= this.#start();
    const controller = new AbortController();
    const startMs = this.#ready < this.#line.pending ? START_WITHIN_MS : 0;
    // This timer also keeps the process alive, which a thread that starts does not.
    const late = setTimeout(() => controller.abort('late'), this.#limits.longestMs + startMs);
    this.#running.add(controller);
    try {
      return await this.#threads.run(task, { signal: controller.signal });
    } catch (error) {
      const { aborted, reason } = controller.signal;
      throw aborted ? new WorkerPoolError(reason) : asPoolError(error);
    } finally {
      clearTimeout(late);
      this.#running.delete(controller);
    }
  }

  #start(): Piscina {
    const threads = new Piscina({
      filename: this.#file,
      minThreads: 0,
      maxThreads: this.#limits.threads,
      idleTimeout: IDLE_MS,
      // Waiting for tasks with Atomics would stop the timers and pending reads of a worker.
      atomics: 'disabled',
      recordTiming: false,
      execArgv: /\.tsx?$/.test(this.#file) ? ['--import', 'tsx'] : [],
      resourceLimits: {
        maxOldGenerationSizeMb: this.#limits.heapMiB,
        maxYoungGenerationSizeMb: YOUNG_HEAP_MIB,
      },
    });
    threads.on('workerCreate', () => {
      this.#ready += 1;
    });
    // Threads that ended before they were ready are counted here too.
    threads.on('workerDestroy', () => {
      if (this.#threads === threads) this.#ready = Math.max(0, this.#ready - 1);
    });
    // A thread failed without a task, for example because its code does not load. Nobody would answer the
    // tasks that wait for it.
    threads.on('error', (error) => {
      console.error(error);
      this.#abandonAll('crashed');
    });
    return threads;
  }

  #abandonAll(reason: PoolFailure) {
    for (const controller of this.#running) controller.abort(reason);
  }
}

/** What Piscina says of a thread that ended; it has no codes for this. */
const ENDED = /^(?:worker exited with code|Terminating worker thread)/;

function asPoolError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const isOutOfMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return isOutOfMemory || ENDED.test(error.message)
    ? new WorkerPoolError('crashed', { cause: error })
    : error;
}
