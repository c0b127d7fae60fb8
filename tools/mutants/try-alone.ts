import { join } from 'node:path';
import { filesReaching } from './choose-tests';
import { Judge } from './judge';
import type { Coverage, Numbered } from './plan';
import { testsWithMutants } from './run-tests';

interface Alone {
  numbered: Numbered;
  coverage: Coverage;
  folder: string;
  /** How many processes run at a time. */
  lanes: number;
}

/** Each mutant reloads all modules, and the earlier ones stay in memory. */
const MOST_IN_A_PROCESS = 25;

/**
 * Tries mutants with modules that are reloaded for each: those in code that runs on loading or that modules
 * remember, and those that left something behind.
 * @param onBatch called with how many are done.
 * @returns the numbers of those that a test noticed.
 */
export async function tryAlone(
  mutants: number[],
  alone: Alone,
  onBatch: (tried: number) => void,
): Promise<Set<number>> {
  const killed = new Set<number>();
  const batches = batchesOf(mutants, alone.numbered).values();
  await Promise.all(
    Array.from({ length: alone.lanes }, async (_, index) => {
      const lane = await openLane(`alone-${index}`, alone);
      try {
        for (const batch of batches) {
          for (const mutant of await lane.tryBatch(batch)) killed.add(mutant);
          onBatch(batch.length);
        }
      } finally {
        await lane.close();
      }
    }),
  );
  return killed;
}

/** Groups mutants of one file, so that the same tests apply to all of a group. */
function batchesOf(mutants: number[], { mutants: known }: Numbered): number[][] {
  const byFile = new Map<string, number[]>();
  for (const mutant of mutants) {
    const file = known[mutant]?.file ?? '';
    byFile.set(file, [...(byFile.get(file) ?? []), mutant]);
  }
  return [...byFile.values()].flatMap((own) =>
    Array.from({ length: Math.ceil(own.length / MOST_IN_A_PROCESS) }, (_, index) =>
      own.slice(index * MOST_IN_A_PROCESS, (index + 1) * MOST_IN_A_PROCESS),
    ),
  );
}

async function openLane(name: string, { numbered, coverage, folder }: Alone) {
  const setup = { numbered, folder, name, workers: 1, isBroken: true };
  const tests = await testsWithMutants({ ...setup, runner: 'tools/mutants/alone-runner.ts' });
  const judge = new Judge(tests, folder, join(folder, `${name}-verdict.json`));
  return {
    tryBatch: async (batch: number[]): Promise<Set<number>> => {
      const first = numbered.mutants[batch[0] ?? -1];
      const chosen = first ? filesReaching(numbered.mutants, coverage, first) : [];
      return chosen.length === 0 ? new Set() : judge.noticedBy(chosen, batch);
    },
    close: () => tests.close(),
  };
}
