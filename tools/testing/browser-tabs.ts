import { vi } from 'vitest';

type Work = (lock: unknown) => unknown;

interface Waiting {
  grant: () => void;
  options: LockOptions;
}

/**
 * The locks of one browser, as far as tabs use them: one holder per name, a queue, `ifAvailable`, `steal` and `signal`.
 * @see https://w3c.github.io/web-locks/
 */
class TestLocks {
  #holders = new Map<string, (reason: DOMException) => void>();
  #queues = new Map<string, Waiting[]>();

  request(name: string, options: LockOptions, work: Work): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const grant = () => void this.#hold(name, work, reject).then(resolve, reject);
      if (options.steal) {
        this.#holders.get(name)?.(new DOMException('Stolen.', 'AbortError'));
        this.#holders.delete(name);
        return grant();
      }
      if (!this.#holders.has(name)) return grant();
      if (options.ifAvailable) return resolve(work(null));
      this.#wait(name, { grant, options }, reject);
    });
  }

  async #hold(name: string, work: Work, lose: (reason: DOMException) => void): Promise<unknown> {
    this.#holders.set(name, lose);
    const value = await work({ name });
    if (this.#holders.get(name) !== lose) return value;
    this.#holders.delete(name);
    this.#queues.get(name)?.shift()?.grant();
    return value;
  }

  #wait(name: string, waiting: Waiting, reject: (reason: DOMException) => void): void {
    const queue = this.#queues.get(name) ?? [];
    this.#queues.set(name, queue);
    queue.push(waiting);
    waiting.options.signal?.addEventListener('abort', () => {
      if (queue.includes(waiting)) queue.splice(queue.indexOf(waiting), 1);
      reject(new DOMException('Given up.', 'AbortError'));
    });
  }
}

/** Replaces the global locks and channels with those of one browser, for tests with several tabs. */
export function stubBrowserTabs(): void {
  const open = new Set<TestChannel>();
  /** Sends messages to the other channels of its name asynchronously, as browsers do, but in a microtask. */
  class TestChannel {
    onmessage: ((event: { data: unknown }) => void) | null = null;
    constructor(readonly name: string) {
      open.add(this);
    }
    postMessage(data: unknown): void {
      const copy = structuredClone(data);
      for (const other of open)
        if (other !== this && other.name === this.name)
          queueMicrotask(() => open.has(other) && other.onmessage?.({ data: copy }));
    }
    close(): void {
      open.delete(this);
    }
  }
  vi.stubGlobal('navigator', { locks: new TestLocks() });
  vi.stubGlobal('BroadcastChannel', TestChannel);
}
