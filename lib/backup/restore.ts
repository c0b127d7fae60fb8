import { rm } from 'node:fs/promises';
import { OperatorError } from '@/lib/errors';
import { makePrivate, makePrivateFolder } from '@/lib/settings/private-files';
import { copyFolder, findDifference } from './copy-folder';
import { requireRoom } from './disk-room';
import { isAboutBackup, listFiles } from './manifest';
import { countBytes, type OnProgress } from './progress';
import { finishRestore, incomingFolder, swapContents } from './swap-contents';
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
  const bytes = (await listFiles(folder)).reduce((sum, file) => sum + file.bytes, 0);
  await requireRoom(dataDir, bytes);
  try {
    const onCopied = countBytes(onProgress, 'Copied', bytes);
    await copyFolder(folder, incoming, { isDurable: true, without: isAboutBackup, onCopied });
    const difference = await findDifference(folder, incoming, isAboutBackup);
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
