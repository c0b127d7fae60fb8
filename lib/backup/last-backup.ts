import { dirname, join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { audit } from '@/db/schema';
import { mayBackUp } from '@/lib/accounts/policies';
import { type Context, command, requireAllowed } from '@/lib/commands';
import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { onlyOnce } from '@/lib/process/tool-locks';
import { makePrivateFolder } from '@/lib/settings/private-files';
import { whenFree } from '@/lib/when-free';
import { makeBackup } from './backup';
import { notingProgress, removeUnfinished } from './backup-under-way';
import type { OnProgress } from './progress';

const recordBackup = command('backUp', mayBackUp, (_tx, input: { folder: string }) => input);

/** Returns the default folder for a backup: a new folder in one named after the data folder, next to it. */
export function backupFolder(dataDir: string, now: number): string {
  return join(backupsOf(dataDir), new Date(now).toISOString().replace(/[:.]/g, '-'));
}

function backupsOf(dataDir: string): string {
  return `${dataDir}-backups`;
}

/**
 * Makes a backup and records the time for the dashboard. What an earlier one left that was killed is removed.
 * @throws OperatorError when a backup of this data folder is being made already.
 */
export async function backUp(
  db: Db,
  { dataDir, folder, onProgress }: { dataDir: string; folder: string; onProgress?: OnProgress },
  context: Context,
): Promise<Outcome<{ folder: string }>> {
  try {
    requireAllowed(mayBackUp(context.actor));
    await onlyOnce(dataDir, 'backup', async () => {
      await removeUnfinished(dataDir, backupsOf(dataDir));
      if (dirname(folder) === backupsOf(dataDir)) makePrivateFolder(dirname(folder));
      await notingProgress({ dataDir, folder, onProgress }, (noted) =>
        makeBackup(db, dataDir, folder, { onProgress: noted, now: context.now }),
      );
    });
  } catch (error) {
    if (error instanceof Refusal) return failureOf(error);
    throw error;
  }
  return whenFree(() => recordBackup(db, { folder }, context));
}

/** Returns the time of the last backup (epoch ms), or null. */
export function lastBackupAt(db: Db): number | null {
  const last = db
    .select({ at: audit.at })
    .from(audit)
    .where(eq(audit.command, 'backUp'))
    .orderBy(desc(audit.id))
    .limit(1)
    .get();
  return last?.at ?? null;
}
