import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { cheapestFirst, testsByMutant } from './choose-tests';
import { noted } from './notes';
import { type Coverage, DONE, INFINITE_LOOP, KILLED, type Numbered, type Reached } from './plan';
import type { Tests } from './run-tests';

/** A process that ended for another reason is started once more. */
const MOST_STARTS = 2;

/**
 * Runs each test with every mutant that it reaches, one after another, in modules that are loaded once.
 * @returns the numbers of those that a test noticed.
 * @throws OperatorError when tests were left out, since their mutants would count as survivors.
 */
export async function tryTogether(
  tests: Tests,
  { mutants }: Numbered,
  coverage: Coverage,
  folder: string,
): Promise<Set<number>> {
  let left = testsByMutant(mutants, coverage);
  let troubles: string[] = [];
  for (let start = 0; start < MOST_STARTS; ) {
    const endless = noted(folder, INFINITE_LOOP).size;
    const files = cheapestFirst(coverage, left);
    troubles = await tests.run({ kind: 'try', folder, byTest: left }, files);
    left = withoutDone(left, folder);
    if (Object.keys(left).length === 0) return noted(folder, KILLED);
    // A mutant with an infinite loop ends its process; the remaining work of that process is started again.
    if (noted(folder, INFINITE_LOOP).size === endless) start += 1;
  }
  const files = cheapestFirst(coverage, left).join('\n');
  throw new OperatorError(`These tests broke off:\n${files}\n${troubles.join('\n')}`.trim());
}

function withoutDone(byTest: Record<string, Reached>, folder: string): Record<string, Reached> {
  const done = new Set(readdirSync(join(folder, DONE)));
  return Object.fromEntries(Object.entries(byTest).filter(([id]) => !done.has(id)));
}
