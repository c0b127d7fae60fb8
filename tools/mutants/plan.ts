import type { Mutant } from './find-mutants';

/** What a worker does with the tests it runs; it reads this from the file named in `MUTANTS_PLAN`. */
export type Plan =
  /** Records what each test reaches. */
  | { kind: 'cover'; folder: string }
  /** Runs each test once for each mutant that it reaches and that still lives. */
  | { kind: 'try'; folder: string; byTest: Record<string, Reached> }
  /** Reloads each test file for each of these mutants, which is also on during loading, and runs the named tests. */
  | {
      kind: 'alone';
      mutants: number[];
      namesByFile: Record<string, string[]>;
      folder: string;
      verdictFile: string;
    };

/** Instead of a mutant: the original code. */
export const NONE = -1;

/** What a test reaches, by number, and how often it asks for a mutant in total. */
export interface Reached {
  mutants: number[];
  steps: number;
}

/** What a worker found in a coverage run. */
export interface Coverage {
  tests: Record<string, Reached & { file: string; name: string; durationMs: number; isFailed: boolean }>;
  /** Reached while no test ran: when modules were loaded, or before all tests of a file. */
  outside: number[];
}

/** A worker's result for a test file that was reloaded for each mutant. */
export interface Verdict {
  file: string;
  /** The mutants for which a test failed, or with which the file could not be loaded. */
  noticed: number[];
  /** Those that a test noticed by a timeout, which a busy machine causes too. */
  timedOut: number[];
  /** How many tests ran for the last of the mutants. */
  tests: number;
}

/** Notes on the mutants that a worker noticed, and on those that it may have noticed but that made it unreliable. */
export const KILLED = 'killed';
export const SUSPECT = 'suspect';
/** Also killed: it ran an infinite loop, and ended its worker. */
export const INFINITE_LOOP = 'endless';
/** The tests that were tried with all their mutants. */
export const DONE = 'done';

/** All mutants, and the number that switches each one on. */
export type Numbered = { mutants: Mutant[]; numbers: Map<string, number> };
