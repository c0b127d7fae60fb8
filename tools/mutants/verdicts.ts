import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { NONE, type Verdict } from './plan';

/** Appends the verdict on a test file to the earlier ones, one line each. */
export function addVerdict(verdictFile: string, verdict: Verdict): void {
  appendFileSync(verdictFile, `${JSON.stringify(verdict)}\n`);
}

/** Returns the verdicts of the workers so far. */
export function verdictsIn(verdictFile: string): Verdict[] {
  if (!existsSync(verdictFile)) return [];
  const lines = readFileSync(verdictFile, 'utf8').split('\n');
  return lines.filter(Boolean).map((line): Verdict => JSON.parse(line));
}

/** Returns the mutants that a test file certainly noticed: it passed without any, and there was no timeout. */
export function provenIn({ noticed, timedOut }: Verdict): number[] {
  return noticed.includes(NONE) ? [] : noticed.filter((mutant) => !timedOut.includes(mutant));
}

/** Returns the mutants that it may have noticed, to be tried in a separate process. */
export function unprovenIn(verdict: Verdict): number[] {
  const sure = provenIn(verdict);
  return verdict.noticed.filter((mutant) => mutant !== NONE && !sure.includes(mutant));
}
