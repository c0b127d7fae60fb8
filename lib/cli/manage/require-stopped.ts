import { join } from 'node:path';
import { isInUse } from '@/lib/backup/in-use';
import { Refusal } from '@/lib/errors';
import { findRunning } from '@/lib/process/running';
import type { Environment } from '@/lib/settings/environment';

/**
 * For what must not happen while somebody writes.
 * @param next what is to be done once it is stopped, as in “restore”.
 * @throws Refusal `conflict` when the publication runs, at whatever port, or another verb works on it.
 */
export function requireStopped({ dataDir }: Environment, next: string): void {
  if (findRunning(dataDir) || isInUse(join(dataDir, 'broadside.db')))
    throw new Refusal('conflict', `The publication is running. Stop it, then ${next}.`);
}
