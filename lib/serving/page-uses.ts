import { isOptimised, optimisePage, type Page } from './page';

/** A page requested this often, and for this long, is worth the best compression, which takes as long as rendering. */
const OFTEN = 3;
const LASTING_MS = 30_000;

interface Options {
  /** Called with the error of a failed compression. */
  report: (error: unknown) => void;
  /** A clock that only moves forward, in ms. */
  nowMs?: (() => number) | undefined;
}

/** Counts how often cached pages are sent, and has those compressed best that are worth it. */
export class PageUses {
  readonly #uses = new WeakMap<Page, { times: number; sinceMs: number }>();
  readonly #report: Options['report'];
  readonly #nowMs: () => number;
  #isOptimising = false;

  constructor({ report, nowMs = () => performance.now() }: Options) {
    this.#report = report;
    this.#nowMs = nowMs;
  }

  /** Checks whether readers requested a page often. */
  isOften(page: Page): boolean {
    return (this.#uses.get(page)?.times ?? 0) >= OFTEN;
  }

  /** Counts a page that is sent. */
  count(page: Page): void {
    const use = this.#uses.get(page);
    if (!use) {
      this.#uses.set(page, { times: 1, sinceMs: this.#nowMs() });
      return;
    }
    use.times += 1;
    const isWorthIt = use.times >= OFTEN && !isOptimised(page);
    if (isWorthIt && this.#nowMs() - use.sinceMs >= LASTING_MS) this.#optimise(page);
  }

  /** One page at a time, so that no more than one core is kept busy. */
  #optimise(page: Page): void {
    if (this.#isOptimising) return;
    this.#isOptimising = true;
    optimisePage(page)
      .catch(this.#report)
      .finally(() => {
        this.#isOptimising = false;
      });
  }
}
