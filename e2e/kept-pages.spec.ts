import fc from 'fast-check';
import { OPERATOR } from '@/lib/actor';
import { allCommands, type Trial } from './all-commands';
import { expect, test } from './fixtures';
import { type Answers, PublicationPair } from './publication-pair';

const LEAST_KEPT = 0.8;
const FIXED_SEED = 8;
/** Searches run in a thread, whose queries are not recorded: the one search is rendered after each change. */
const NEVER_KEPT = 1;
/** After so many changes, all pages are compared. */
const CHANGES_BETWEEN = 10;
/** So many pages are compared after each change, whether they were rendered again or not. */
const COMPARED_BY_CHANCE = 4;

/** A command, and which of everything it is run on. */
interface Step {
  name: string;
  pick: number;
}

test('after any command every page is as if rendered again, and most pages that did not change were kept', async () => {
  const pair = await PublicationPair.start();
  const trials = await allCommands();
  const seed = Math.trunc(Math.random() * 1e9);
  try {
    const run = new Run(pair, trials, seed);
    await run.begin();
    for (const [pick, name] of orderOf(trials).entries()) await run.step({ name, pick });
    expect(run.movers.size).toBeGreaterThan(20);
    const steps = fc.record({
      name: fc.constantFrom(...run.movers, 'publish a new post', 'publish a new text'),
      pick: fc.nat(1000),
    });
    for (const step of fc.sample(steps, { seed: FIXED_SEED, numRuns: 10 })) await run.step(step);
    for (const step of fc.sample(steps, { seed, numRuns: 5 })) await run.step(step);
    await run.compareAll();
    expect(run.kept / run.others, `seed ${seed}`).toBeGreaterThan(LEAST_KEPT);
  } finally {
    await pair.dispose();
  }
});

/**
 * Runs commands one after another, and compares each copy of a page that was kept with the same page of the other
 * publication: at the latest when it is replaced, in the last state in which it was sent. As rendering takes nearly
 * all of the time, a copy that lasts is not compared in every state; what one command would have changed and the
 * next one changes back is found by chance.
 */
class Run {
  /** The commands that moved the content version. */
  readonly movers = new Set<string>();
  /** Pages that did not change, and how many of them were not rendered again. */
  others = 0;
  kept = 0;
  #pages: Answers = new Map();
  /** What was done since all pages were compared. */
  #changes: string[] = [];

  constructor(
    readonly pair: PublicationPair,
    readonly trials: Map<string, Trial>,
    readonly seed: number,
  ) {}

  async begin(): Promise<void> {
    this.#pages = await this.pair.ask('kept');
    await this.compareAll();
  }

  async step({ name, pick }: Step): Promise<void> {
    const about = `${name} on number ${pick}, seed ${this.seed}`;
    const { pair } = this;
    const [versionBefore, renderedBefore] = [pair.contentVersion, await pair.rendered()];
    await this.trials.get(name)?.(pair, pick, { actor: OPERATOR, now: Date.now() });
    const isMoved = pair.contentVersion !== versionBefore;
    const pages = await pair.ask('kept');
    const rendering = (await pair.rendered()) - renderedBefore;
    const replaced = differing(this.#pages, pages);
    // The other publication is still as it was before this command.
    await this.#compare(replaced);
    await pair.copy();
    this.#pages = pages;
    this.#changes.push(about);
    if (!isMoved) expect(rendering, about).toBe(0);
    else if (name === 'uploadMedia') expect(rendering, about).toBe(NEVER_KEPT);
    else this.#count(name, replaced.length, rendering);
    if (isMoved) await this.#compare(this.#someByChance(pick));
    if (this.#changes.length >= CHANGES_BETWEEN) await this.compareAll();
  }

  async compareAll(): Promise<void> {
    await this.#compare(this.pair.paths);
    this.#changes = [];
  }

  async #compare(paths: readonly string[]): Promise<void> {
    const anew = await this.pair.ask('anew', paths);
    expect(differing(anew, this.#pages), `after ${this.#changes.join('; ')}`).toEqual([]);
  }

  #someByChance(pick: number): string[] {
    const paths = fc.shuffledSubarray(this.pair.paths, {
      minLength: COMPARED_BY_CHANCE,
      maxLength: COMPARED_BY_CHANCE,
    });
    return fc.sample(paths, { seed: this.seed + pick, numRuns: 1 }).flat();
  }

  #count(name: string, changed: number, rendering: number): void {
    this.movers.add(name);
    this.others += this.pair.paths.length - changed;
    this.kept += this.pair.paths.length - rendering;
  }
}

/** Returns the names of trials; the one that removes all samples is the last. */
function orderOf(trials: Map<string, Trial>): string[] {
  const names = [...trials.keys()].filter((name) => name !== 'removeSamples');
  return [...names, 'removeSamples'];
}

/** Returns the paths of the first answers at which the other ones differ. */
function differing(one: Answers, other: Answers): string[] {
  return [...one.keys()].filter((path) => one.get(path) !== other.get(path));
}
