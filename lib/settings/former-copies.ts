import { basename, dirname, join } from 'node:path';
import { entriesIn, namesIn } from './entries-in';
import { holdsPublication } from './find-data-dir';
import { makePrivate } from './private-files';

const NAME_OF_BACKUP = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-\d{3}Z$/;

/**
 * Returns the default backup folder of earlier versions, before it was named after the data folder; null if
 * it has no backups.
 */
export function formerBackups(dataDir: string): string | null {
  const folder = join(dirname(dataDir), 'backups');
  return backupsIn(folder).length > 0 ? folder : null;
}

/**
 * Makes backups, and data that restores set aside, private: earlier versions let other users of the machine read
 * them. Other files next to the data folder do not belong to the publication and are not changed.
 * @returns the folders that were open to others.
 */
export function closeFormerCopies(dataDir: string): string[] {
  const parent = dirname(dataDir);
  const putAside = `${basename(dataDir)}.before-restore-`;
  const former = foldersIn(parent)
    .filter((name) => name.startsWith(putAside))
    .map((name) => join(parent, name));
  return [...former, ...backupsIn(join(parent, 'backups'))].filter((folder) => makePrivate(folder));
}

/**
 * Lists what still contains words that were deleted since: copies made before migrations, and data that restores
 * set aside. Backups are not listed: they are meant to keep what was.
 */
export function earlierCopies(dataDir: string): string[] {
  const inside = namesIn(dataDir).filter((name) => /^(?:broadside\.db\.before-|before-restore-)/.test(name));
  const putAside = `${basename(dataDir)}.before-restore-`;
  const beside = namesIn(dirname(dataDir)).filter((name) => name.startsWith(putAside));
  return [
    ...inside.map((name) => join(dataDir, name)),
    ...beside.map((name) => join(dirname(dataDir), name)),
  ];
}

function backupsIn(folder: string): string[] {
  return foldersIn(folder)
    .filter((name) => NAME_OF_BACKUP.test(name))
    .map((name) => join(folder, name))
    .filter(holdsPublication);
}

function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
