/** A change after which the program does the same as before, and why. */
interface Equivalent {
  file: string;
  /** As the report shows it, without its place. */
  change: string;
  reason: string;
}

/** Changes that no test can see, since there is nothing to see. Each has its reason. */
export const EQUIVALENT: Equivalent[] = [];
