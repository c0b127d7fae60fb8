import { dirname, resolve } from 'node:path';
import { isEquivalent } from './equivalent';
import type { Mutant } from './find-mutants';
import type { Coverage, Reached } from './plan';

/** At most this many tests are tried on one mutant: those next to its file first, then the fastest. */
const MOST_TESTS = 100;
/** At most this many test files of other folders are tried on a mutant that is tried alone. */
const MOST_OTHER_FILES = 4;

/** Returns which test tries which mutants; tests without mutants are left out. */
export function testsByMutant(mutants: Mutant[], { tests }: Coverage): Record<string, Reached> {
  const chosen: Record<string, Reached> = {};
  const reaching = new Map<number, string[]>();
  for (const [id, test] of Object.entries(tests)) {
    chosen[id] = { mutants: [], steps: test.steps };
    for (const mutant of test.mutants) reaching.set(mutant, [...(reaching.get(mutant) ?? []), id]);
  }
  for (const [mutant, ids] of reaching) {
    const known = mutants[mutant];
    if (known && isEquivalent(known)) continue;
    const isFar = (id: string) => (isBeside(mutants[mutant], tests[id]?.file) ? 0 : 1);
    const cost = (id: string) => tests[id]?.durationMs ?? 0;
    const order = ids.sort((one, other) => isFar(one) - isFar(other) || cost(one) - cost(other));
    for (const id of order.slice(0, MOST_TESTS)) chosen[id]?.mutants.push(mutant);
  }
  return Object.fromEntries(Object.entries(chosen).filter(([, { mutants: own }]) => own.length > 0));
}

/** Orders test files by how long their tries take at most: most mutants are killed before the slow ones run. */
export function cheapestFirst({ tests }: Coverage, byTest: Record<string, Reached>): string[] {
  return filesByCost(
    Object.entries(tests).filter(([id]) => byTest[id]),
    ([id, { durationMs }]) => durationMs * (byTest[id]?.mutants.length ?? 0),
  );
}

/** A test file, and which of its tests to run. */
export interface ChosenFile {
  file: string;
  names: string[];
}

/**
 * Returns the tests that reach anything in a mutant's file: those of its own test file, those next to it, a few others.
 */
export function filesReaching(mutants: Mutant[], { tests }: Coverage, mutant: Mutant): ChosenFile[] {
  const numbers = new Set(mutants.flatMap((one, number) => (one.file === mutant.file ? [number] : [])));
  // A test of what exists once modules are loaded, such as a schema, reaches no mutant while it runs.
  const reaching = Object.entries(tests).filter(([, test]) =>
    test.mutants.length === 0
      ? isBeside(mutant, test.file)
      : test.mutants.some((number) => numbers.has(number)),
  );
  const byCost = filesByCost(reaching, ([, { durationMs }]) => durationMs);
  const near = byCost.filter((file) => isBeside(mutant, file));
  const own = near.filter((file) => file === resolve(mutant.file.replace(/\.ts$/, '.test.ts')));
  const others = byCost.filter((file) => !near.includes(file)).slice(0, MOST_OTHER_FILES);
  return [...new Set([...own, ...near, ...others])].map((file) => ({
    file,
    names: reaching.filter(([, test]) => test.file === file).map(([, { name }]) => name),
  }));
}

type Entry = [string, Coverage['tests'][string]];

function filesByCost(entries: Entry[], costOf: (entry: Entry) => number): string[] {
  const costs = new Map<string, number>();
  for (const entry of entries) costs.set(entry[1].file, (costs.get(entry[1].file) ?? 0) + costOf(entry));
  return [...costs].sort(([, one], [, other]) => one - other).map(([file]) => file);
}

function isBeside(mutant: Mutant | undefined, testFile: string | undefined): boolean {
  return dirname(testFile ?? '') === dirname(resolve(mutant?.file ?? ''));
}
