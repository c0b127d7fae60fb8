/** The parts of a publication that can fail while the process still answers. */
export type Part = 'database' | 'disk' | 'jobs';

/** What does not work. The part is for everyone; the reason, an English sentence, for the operator. */
export interface Fault {
  part: Part;
  reason: string;
}

/** Looks at one thing, which may take a while; returns what is wrong with it. */
export type Check = () => Fault[] | Promise<Fault[]>;

/** A fault that stays. */
export interface LastingFault extends Fault {
  /** When it was first seen, epoch ms. */
  since: number;
}

const EVERY_MS = 5000;
/** A check takes milliseconds. One that is not back after this time waits for a disk that does not answer. */
const LONGEST_CHECK_MS = 60_000;

interface Options {
  /** Called when something begins to fail (`isFailing`), and when it works again. */
  report: (fault: Fault, isFailing: boolean) => void;
  now?: () => number;
}

/**
 * Looks every few seconds whether the publication really works. Asking for the result costs nothing, so that
 * anyone may ask `/healthz` as often as they like.
 */
export class HealthWatch {
  readonly #checks: readonly Check[];
  readonly #report: Options['report'];
  readonly #now: () => number;
  #faults: LastingFault[] = [];
  #lookingSince: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(checks: readonly Check[], { report, now = Date.now }: Options) {
    this.#checks = checks;
    this.#report = report;
    this.#now = now;
  }

  /** Looks now, and then every few seconds. */
  start(): void {
    void this.look();
    this.#timer = setInterval(() => void this.look(), EVERY_MS).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Returns what does not work; empty when all is well. */
  faults(): LastingFault[] {
    const since = this.#lookingSince;
    if (since === null || performance.now() - since < LONGEST_CHECK_MS) return this.#faults;
    const reason = 'The disk has not answered for a minute.';
    return [...this.#faults, { part: 'disk', reason, since: this.#now() - LONGEST_CHECK_MS }];
  }

  /** Looks at everything; does nothing while the last look is still going on. */
  async look(): Promise<void> {
    if (this.#lookingSince !== null) return;
    this.#lookingSince = performance.now();
    const found = (await Promise.all(this.#checks.map(faultsOf))).flat();
    this.#lookingSince = null;
    this.#compare(found);
  }

  #compare(found: Fault[]): void {
    const isSame = (one: Fault) => (other: Fault) => one.part === other.part && one.reason === other.reason;
    const before = this.#faults;
    this.#faults = found.map((fault) => before.find(isSame(fault)) ?? { ...fault, since: this.#now() });
    for (const fault of this.#faults) if (!before.some(isSame(fault))) this.#report(fault, true);
    for (const fault of before) if (!found.some(isSame(fault))) this.#report(fault, false);
  }
}

/** A check that throws has found something that nobody thought of. */
async function faultsOf(check: Check): Promise<Fault[]> {
  try {
    return await check();
  } catch (error) {
    return [{ part: 'database', reason: error instanceof Error ? error.message : String(error) }];
  }
}
