import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { NONE, type Verdict } from './plan';

/** Adds what was seen of a file of tests to those before it: one line each. */
export function addVerdict(verdictFile: string, verdict: Verdict): void {
  appendFileSync(verdictFile, `${JSON.stringify(verdict)}\n`);
}

/** What workers said so far. */
export function verdictsIn(verdictFile: string): Verdict[] {
  if (!existsSync(verdictFile)) return [];
  const lines = readFileSync(verdictFile, 'utf8').split('\n');
  return lines.filter(Boolean).map((line): Verdict => JSON.parse(line));
}

/** The mutants that a file of tests noticed beyond doubt: it passed without any, and no time was over. */
export function provenIn({ noticed, timedOut }: Verdict): number[] {
  return noticed.includes(NONE) ? [] : noticed.filter((mutant) => !timedOut.includes(mutant));
}

/** The mutants that it may have noticed, to be tried in a process of their own. */
export function unprovenIn(verdict: Verdict): number[] {
  const sure = provenIn(verdict);
  return verdict.noticed.filter((mutant) => mutant !== NONE && !sure.includes(mutant));
}
