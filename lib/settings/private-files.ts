import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The modes of everything that a publication stores: drafts and password hashes are private. */
export const PRIVATE_FILE = 0o600;
export const PRIVATE_FOLDER = 0o700;
const OTHERS = 0o077;

/**
 * Makes everything that this process creates from now on readable only by its own user. Called before
 * anything is created.
 */
export function keepFilesPrivate(): void {
  process.umask(OTHERS);
}

/**
 * Makes a folder for its owner only, with missing parent folders. Git ignores its contents, wherever it is,
 * so that `git add -A` never adds drafts and password hashes.
 */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  try {
    writeFileSync(join(folder, '.gitignore'), '*\n', { flag: 'wx', mode: PRIVATE_FILE });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Removes other users' rights to a folder, if it is ours: its contents are closed to them too.
 * @returns whether they had any.
 */
export function makePrivate(folder: string): boolean {
  if (!isOpenToOthers(folder) || !isOurs(folder)) return false;
  chmodSync(folder, statSync(folder).mode & PRIVATE_FOLDER);
  return true;
}

/** Returns whether other users can read a folder, and only another user can change that. */
export function isOwnedByAnother(folder: string): boolean {
  return isOpenToOthers(folder) && !isOurs(folder);
}

/** Windows has no such modes: a folder has the rights of its parent. */
function isOpenToOthers(folder: string): boolean {
  return process.platform !== 'win32' && (statSync(folder).mode & OTHERS) !== 0;
}

function isOurs(folder: string): boolean {
  return statSync(folder).uid === process.getuid?.();
}
