import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isInUse } from '@/lib/backup/in-use';
import { OperatorError } from '@/lib/errors';
import { findRunning, holdDataFolder } from '@/lib/process/running';
import type { Environment } from '@/lib/settings/environment';

/**
 * Runs work that needs the publication stopped, and prevents a start until it is done.
 * @param next what is to be done once it is stopped, as in “restore”.
 * @throws OperatorError when the publication runs, at whatever port, or another verb works on it.
 */
export async function whileStopped<T>(
  { dataDir }: Environment,
  next: string,
  work: () => Promise<T>,
): Promise<T> {
  if (!existsSync(dataDir)) return work();
  if (findRunning(dataDir) || isInUse(join(dataDir, 'broadside.db')))
    throw new OperatorError(`The publication is running. Stop it, then ${next}.`);
  const hold = await holdDataFolder(dataDir, { waitMs: 0 });
  try {
    return await work();
  } finally {
    hold.release();
  }
}
