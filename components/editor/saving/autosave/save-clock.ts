/** Saves this long after the last key, ms. */
const PAUSE_MS = 800;
/** A pause may never come: saves at least this often during steady typing, ms. */
const LONGEST_WAIT_MS = 3000;
/** A save without an answer for so long is told, ms. */
const SLOW_MS = 2500;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 15_000;

type Timer = ReturnType<typeof setTimeout>;

/** When to save: on a pause, at least every few seconds, and again, ever more slowly, after a failure. */
export class SaveClock {
  #calls: { save: () => void; retry: () => void; isSlow: () => void };
  #attempts = 0;
  #pause: Timer | undefined;
  #longest: Timer | undefined;
  #retry: Timer | undefined;
  #slow: Timer | undefined;

  constructor(calls: { save: () => void; retry: () => void; isSlow: () => void }) {
    this.#calls = calls;
  }

  /** Something is to be saved. */
  arm(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#calls.save, PAUSE_MS);
    this.#longest ??= setTimeout(this.#calls.save, LONGEST_WAIT_MS);
  }

  /** A save is on its way, with everything up to now. */
  sent(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    clearTimeout(this.#retry);
    this.#longest = undefined;
    clearTimeout(this.#slow);
    this.#slow = setTimeout(this.#calls.isSlow, SLOW_MS);
  }

  /** Whatever the answer was, it came. */
  answered(): void {
    clearTimeout(this.#slow);
  }

  /** The server took it. */
  reached(): void {
    this.#attempts = 0;
  }

  /** The server could not be had: tries again by itself. */
  retryLater(): void {
    const delay = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#attempts);
    this.#attempts += 1;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(this.#calls.retry, delay);
  }

  stop(): void {
    for (const timer of [this.#pause, this.#longest, this.#retry, this.#slow]) clearTimeout(timer);
  }
}
