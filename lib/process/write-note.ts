import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { PRIVATE_FILE } from '@/lib/settings/private-files';

/** A disk that has no room, or may not be written. */
const NO_ROOM = ['ENOSPC', 'EDQUOT', 'EROFS'];

/**
 * Writes a note for other processes, with a rename, so that no reader finds a part of it. Where the disk takes no
 * more, there is no note: checking or backing up a publication is most urgent then.
 */
export function writeNote(file: string, facts: unknown): void {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, JSON.stringify(facts), { mode: PRIVATE_FILE });
    renameSync(unfinished, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_ROOM.includes(`${error.code}`))) throw error;
    removeUnlessReadOnly(unfinished);
  }
}

function removeUnlessReadOnly(file: string) {
  try {
    rmSync(file, { force: true });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EROFS')) throw error;
  }
}

/** Removes a note; does nothing when there is none. */
export function removeNote(file: string): void {
  removeUnlessReadOnly(file);
}
