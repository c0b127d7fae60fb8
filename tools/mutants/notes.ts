import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the mutants about which a worker noted this. */
export function noted(folder: string, kind: string): Set<number> {
  return new Set(readdirSync(join(folder, kind)).map(Number));
}
