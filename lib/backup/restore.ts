import { rm } from 'node:fs/promises';
import { OperatorError } from '@/lib/errors';
import { isOfProcesses } from '@/lib/process/tool-locks';
import { makePrivate, makePrivateFolder } from '@/lib/settings/private-files';
import { copyFolder, findDifference } from './copy-folder';
import { requireRoom } from './disk-room';
import { isAboutBackup, listFiles } from './manifest';
import { countBytes, type OnProgress } from './progress';
import { finishRestore, incomingFolder, isOfRestore, swapContents } from './swap-contents';
import { requireSoundDatabase, verifyBackup } from './verify-backup';

interface Restored {
  /** Where the former contents of the data folder are now; null when there were none. */
  former: string | null;
  /** Sentences for the operator. */
  warnings: string[];
}

/**
 * Replaces the contents of the data folder with a verified backup, readable only by its owner, and keeps the
 * former contents. Nothing else may use the folder. A failure leaves them unchanged, and what is interrupted
 * is completed by the next start or the next restore.
 */
export async function restoreBackup(
  folder: string,
  dataDir: string,
  now: number,
  onProgress?: OnProgress,
): Promise<Restored> {
  const { warnings } = await verifyBackup(folder, onProgress);
  makePrivateFolder(dataDir);
  makePrivate(dataDir);
  const finished = await finishRestore(dataDir);
  const incoming = incomingFolder(dataDir);
  const bytes = await countContent(folder);
  await requireRoom(dataDir, bytes);
  try {
    const onCopied = countBytes(onProgress, 'Copied', bytes);
    await copyFolder(folder, incoming, { isDurable: true, without: isNoContent, onCopied });
    const difference = await findDifference(folder, incoming, isNoContent);
    if (difference) throw new OperatorError(`${difference} could not be copied. Nothing was changed.`);
    requireSoundDatabase(incoming);
  } catch (error) {
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  const former = await swapContents(dataDir, now);
  // Earlier versions left an interrupted copy there.
  await rm(`${dataDir}.incoming`, { recursive: true, force: true });
  return { former, warnings: finished ? [finished, ...warnings] : warnings };
}

/**
 * Whether a name at the top of a backup is no part of the publication. A copy made by hand also has the locks of the
 * processes and the marker of a restore: they must not take the place of those that are in use here.
 */
function isNoContent(name: string): boolean {
  return isAboutBackup(name) || isOfProcesses(name) || isOfRestore(name);
}

/** Counts the bytes of a backup that are copied. */
async function countContent(folder: string): Promise<number> {
  const files = await listFiles(folder);
  const copied = files.filter(({ path }) => !isNoContent(path.split('/')[0] ?? path));
  return copied.reduce((sum, { bytes }) => sum + bytes, 0);
}
