import { join } from 'node:path';
import { Refusal } from '@/lib/errors';
import { filesReaching } from './choose-tests';
import type { Coverage, Numbered } from './plan';
import { runUnder, testsWithMutants } from './run-tests';

interface Alone {
  numbered: Numbered;
  coverage: Coverage;
  folder: string;
  /** How many are tried at a time. */
  lanes: number;
}

const NONE = -1;

/**
 * Tries mutants by themselves, each with modules that are read anew: what runs when modules are read,
 * what a module remembers, and mutants that left something behind.
 * @returns the numbers of those that a test noticed.
 */
export async function tryAlone(mutants: number[], alone: Alone): Promise<Set<number>> {
  const killed = new Set<number>();
  const next = mutants.values();
  await Promise.all(
    Array.from({ length: alone.lanes }, (_, name) => lane(String(name), next, killed, alone)),
  );
  return killed;
}

async function lane(name: string, next: Iterable<number>, killed: Set<number>, alone: Alone) {
  const { numbered, coverage, folder } = alone;
  const planFile = join(folder, `plan-${name}.json`);
  const vitest = await testsWithMutants({ numbered, planFile, workers: 1, isIsolated: true });
  const run = (mutant: number, file: string) =>
    runUnder(vitest, { kind: 'one', folder, mutant }, planFile, [file]);
  const trusted = new Set<string>();
  for (const number of next) {
    const mutant = numbered.mutants[number];
    for (const file of mutant ? filesReaching(numbered.mutants, coverage, mutant) : []) {
      // A file of tests that fails by itself would notice everything.
      const { isGreen, failure } = trusted.has(file) ? { isGreen: true, failure: '' } : await run(NONE, file);
      if (!isGreen) throw new Refusal('invalid', `Tests fail without any mutant: ${file}: ${failure}`);
      trusted.add(file);
      if ((await run(number, file)).isGreen) continue;
      killed.add(number);
      break;
    }
  }
  await vitest.close();
}
