/** Time from the last key to a save, ms. */
const PAUSE_MS = 800;
/** Longest time between saves during steady typing, when there is no pause, ms. */
const LONGEST_WAIT_MS = 3000;
/** A save without an answer for this long is shown as slow, ms. */
const SLOW_MS = 2500;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 15_000;

type Timer = ReturnType<typeof setTimeout>;

/** Decides when to save: on a pause, at least every few seconds, and after a failure at growing intervals. */
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

  /** Schedules a save. */
  arm(): void {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(this.#calls.save, PAUSE_MS);
    this.#longest ??= setTimeout(this.#calls.save, LONGEST_WAIT_MS);
  }

  /** Notes that a save with everything up to now was sent. */
  sent(): void {
    clearTimeout(this.#pause);
    clearTimeout(this.#longest);
    clearTimeout(this.#retry);
    this.#longest = undefined;
    clearTimeout(this.#slow);
    this.#slow = setTimeout(this.#calls.isSlow, SLOW_MS);
  }

  /** Notes that an answer came, whatever it was. */
  answered(): void {
    clearTimeout(this.#slow);
  }

  /** Notes that the server accepted the save. */
  reached(): void {
    this.#attempts = 0;
  }

  /** Schedules a retry after the server could not be reached. */
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
