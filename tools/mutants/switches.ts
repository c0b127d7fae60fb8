import { join } from 'node:path';
import { INFINITE_LOOP, KILLED, NONE } from './plan';
import { type Watchdog, watch } from './watchdog';
import { SWITCH } from './with-switches';

/** Holds which mutant is on in this worker, and how often the code has checked for it. */
export class Switches {
  #active = NONE;
  #steps = 0;
  #limit = Number.POSITIVE_INFINITY;
  readonly #watchdog: Watchdog | null;

  /**
   * @param folder where a mutant with an infinite loop is noted; null when none will be on.
   * @param onAsked called with each mutant that the code asks for.
   */
  constructor(folder: string | null, onAsked?: (mutant: number) => void) {
    this.#watchdog =
      folder === null ? null : watch([KILLED, INFINITE_LOOP].map((kind) => join(folder, kind)));
    Object.assign(globalThis, {
      [SWITCH]: (mutant: number) => {
        onAsked?.(mutant);
        this.#steps += 1;
        if (this.#steps > this.#limit) throw new Error('This mutant goes on without end.');
        return mutant === this.#active;
      },
    });
  }

  /** How often the code has asked since the last turn. */
  get steps(): number {
    return this.#steps;
  }

  /** Switches one mutant on, or none; the code may ask `limit` times until the next turn. */
  turn(mutant: number, limit = Number.POSITIVE_INFINITY): void {
    this.#active = mutant;
    this.#steps = 0;
    this.#limit = limit;
    this.#watchdog?.turn(mutant);
  }
}
