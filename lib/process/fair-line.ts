import type { QueueAddOptions } from 'p-queue';

/** What work says of itself when it joins a line. */
export interface LineOptions extends QueueAddOptions {
  /** Whoever the work is for; each of them gets a turn before anyone gets the next one. */
  client?: string;
  /** Whether its turn comes before all that is not awaited. */
  isAwaited?: boolean;
}

type Run = () => Promise<unknown>;

interface Waiting {
  id: string;
  run: Run;
}

/** A line in which clients take turns, so that one with much work does not hold up one with little. */
export class FairLine {
  /** The client whose turn is next comes first. */
  readonly #byClient = new Map<string, Waiting[]>();
  readonly #awaited: Waiting[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  enqueue(run: Run, { client = '', id = '', isAwaited = false }: Partial<LineOptions> = {}): void {
    this.#size += 1;
    if (isAwaited) {
      this.#awaited.push({ id, run });
      return;
    }
    const waiting = this.#byClient.get(client);
    if (waiting) waiting.push({ id, run });
    else this.#byClient.set(client, [{ id, run }]);
  }

  dequeue(): Run | undefined {
    const run = this.#awaited.shift()?.run ?? this.#takeTurn();
    if (run) this.#size -= 1;
    return run;
  }

  #takeTurn(): Run | undefined {
    for (const [client, waiting] of this.#byClient) {
      const next = waiting.shift();
      // Set again, the client is the last of the map.
      this.#byClient.delete(client);
      if (waiting.length > 0) this.#byClient.set(client, waiting);
      if (next) return next.run;
    }
    return undefined;
  }

  remove(idOrRun: string | Run): void {
    for (const waiting of [this.#awaited, ...this.#byClient.values()]) {
      const at = waiting.findIndex(({ id, run }) => id === idOrRun || run === idOrRun);
      if (at < 0) continue;
      waiting.splice(at, 1);
      this.#size -= 1;
      return;
    }
  }

  /** Lists what waits, in any order: the queue asks for it only to count. */
  filter(): Run[] {
    return [this.#awaited, ...this.#byClient.values()].flat().map(({ run }) => run);
  }

  /** @throws always: turns are given by client, not by priority. */
  setPriority(): never {
    throw new Error('Work in a fair line has no priority.');
  }
}
