import { dirname, join } from 'node:path';
import { desc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { audit } from '@/db/schema';
import { mayBackUp } from '@/lib/accounts/policies';
import { type Context, command, requireAllowed } from '@/lib/commands';
import { failureOf, type Outcome, Refusal } from '@/lib/errors';
import { makePrivateFolder } from '@/lib/settings/private-files';
import { whenFree } from '@/lib/when-free';
import { makeBackup } from './backup';

const recordBackup = command('backUp', mayBackUp, (_tx, input: { folder: string }) => input);

/** Returns the default folder for a backup: a new folder in one named after the data folder, next to it. */
export function backupFolder(dataDir: string, now: number): string {
  return join(backupsOf(dataDir), new Date(now).toISOString().replace(/[:.]/g, '-'));
}

function backupsOf(dataDir: string): string {
  return `${dataDir}-backups`;
}

/** Makes a backup and records the time for the dashboard. */
export async function backUp(
  db: Db,
  { dataDir, folder }: { dataDir: string; folder: string },
  context: Context,
): Promise<Outcome<{ folder: string }>> {
  try {
    requireAllowed(mayBackUp(context.actor));
    if (dirname(folder) === backupsOf(dataDir)) makePrivateFolder(dirname(folder));
    await makeBackup(db, dataDir, folder);
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
