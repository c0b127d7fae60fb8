import type { Mutant } from './find-mutants';

/** What a worker is to do with the tests it runs; it reads it from the file named in `MUTANTS_PLAN`. */
export type Plan =
  /** Notes what each test reaches. */
  | { kind: 'cover'; folder: string }
  /** Runs each test once for each mutant that it reaches and that still lives. */
  | { kind: 'try'; folder: string; byTest: Record<string, Reached> }
  /** Reads each file of tests anew for each of these mutants, also while modules are read, and runs the named tests. */
  | {
      kind: 'alone';
      mutants: number[];
      namesByFile: Record<string, string[]>;
      folder: string;
      verdictFile: string;
    };

/** In place of a mutant: the code as it is. */
export const NONE = -1;

/** What a test reaches, by number, and how often it asks for a mutant in all. */
export interface Reached {
  mutants: number[];
  steps: number;
}

/** What a worker found out by covering. */
export interface Coverage {
  tests: Record<string, Reached & { file: string; name: string; durationMs: number; isFailed: boolean }>;
  /** Reached while no test ran: when modules were read, or in what goes before all tests of a file. */
  outside: number[];
}

/** What a worker says at the end of a file of tests that was read anew for each mutant. */
export interface Verdict {
  file: string;
  /** The mutants for which a test failed, or for which the file could not even be read. */
  noticed: number[];
  /** Those of them that a test noticed since its time was over, which a busy machine does too. */
  timedOut: number[];
  /** How many tests ran for the last of the mutants. */
  tests: number;
}

/** Where a worker says that a mutant was seen, and where that it saw it but could not go on rightly after it. */
export const KILLED = 'killed';
export const SUSPECT = 'suspect';
/** Killed too: it went on without end, and took its worker with it. */
export const INFINITE_LOOP = 'endless';
/** The tests that were tried with all their mutants. */
export const DONE = 'done';

/** All mutants by the number under which they are switched on. */
export type Numbered = { mutants: Mutant[]; numbers: Map<string, number> };
