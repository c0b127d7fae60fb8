import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The modes of all that a publication keeps: drafts and password hashes are nobody else's business. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

/** From now on whatever this process makes can be read by its own user alone. Called before anything is made. */
export function keepFilesPrivate(): void {
  process.umask(OTHERS);
}

/**
 * Makes a folder for its owner alone, with those above it that are missing. Git ignores what is in it,
 * wherever it lies, so that `git add -A` never takes drafts and password hashes.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx', mode: PRIVATE_FILE });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Takes the rights of other users from a folder, if it is ours: what lies in it is closed to them too. */
export function makePrivate(folder: string): void {
  if (isOpenToOthers(folder) && isOurs(folder)) chmodSync(folder, statSync(folder).mode & PRIVATE_FOLDER);
}

/** Whether other users can read a folder, and only another user can change that. */
export function isOwnedByAnother(folder: string): boolean {
  return isOpenToOthers(folder) && !isOurs(folder);
}

/** Windows has no such modes: there a folder has the rights of the one above it. */
function isOpenToOthers(folder: string): boolean {
  return process.platform !== 'win32' && (statSync(folder).mode & OTHERS) !== 0;
}

function isOurs(folder: string): boolean {
  return statSync(folder).uid === process.getuid?.();
}
