import type { CleanUp } from '@/tools/running/clean-up';
import type { Cores } from '@/tools/running/cores';
import type { Options } from './options';

/** What every measurement uses. */
export interface Bench {
  options: Options;
  cores: Cores;
  cleanUp: CleanUp;
  /** A temporary folder, removed at the end. */
  folder: string;
  /** Paths of programs on this machine. */
  tools: { nginx: string; wrk: string; chromium: string };
}
