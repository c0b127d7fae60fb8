import type { CleanUp } from '@/tools/running/clean-up';
import type { Random } from '@/tools/running/random';

/** What a scenario has to work with. */
export interface Drill {
  rounds: number;
  random: Random;
  /** What must be undone at the end of the scenario. */
  cleanUp: CleanUp;
}

/** What was seen of a fault. */
export interface Seen {
  /** One line, with figures. */
  seen: string;
  /** Null when the fault could not be caused here; `seen` says why. */
  isKept: boolean | null;
}

/** A fault, and what Broadside promises about it. */
export interface Scenario {
  name: string;
  promise: string;
  run: (drill: Drill) => Promise<Seen>;
}

/** A scenario and what was seen of it. */
export type Outcome = Pick<Scenario, 'name' | 'promise'> & Seen;

/** Says what was seen: the figures if nothing is wrong, otherwise the first of what is. */
export function verdict(figures: string, faults: string[]): Seen {
  if (faults.length === 0) return { seen: figures, isKept: true };
  return { seen: `${figures}; ${faults.length} wrong, first: ${faults[0]}`, isKept: false };
}
