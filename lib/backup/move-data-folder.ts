import { lstat, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { isOfProcesses } from '@/lib/process/tool-locks';
import { isInside } from '@/lib/settings/data-folder';
import { holdsPublication } from '@/lib/settings/find-data-dir';
import { PRIVATE_FOLDER } from '@/lib/settings/private-files';
import { copyFolder, findDifference, sync, unlessMissing } from './copy-folder';

interface Moving {
  from: string;
  /** Absolute; must not exist, or be empty. */
  to: string;
}

/**
 * Moves the data folder completely or not at all. On another file system it is copied, compared byte by byte,
 * and only then removed. The publication must not be running.
 * @param renameFolder replaced in tests.
 * @throws OperatorError with the reason why the folder was not moved.
 */
export async function moveDataFolder({ from, to }: Moving, renameFolder = rename): Promise<void> {
  await requireMovable({ from, to });
  try {
    await mkdir(dirname(to), { recursive: true, mode: PRIVATE_FOLDER });
    // An empty folder at the target is removed.
    await rmdir(to).catch(unlessMissing);
    await renameFolder(from, to).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      return copyAcross({ from, to });
    });
  } catch (error) {
    throw placeRefused(error, to);
  }
}

async function requireMovable({ from, to }: Moving) {
  if (!holdsPublication(from)) throw new OperatorError(`There is no publication in ${from}.`);
  if ((await lstat(from)).isSymbolicLink())
    throw new OperatorError(`${from} is a symbolic link. Move its target, then change the link.`);
  if (from === to) throw new OperatorError(`The data is already in ${to}.`);
  if (isInside(from, to))
    throw new OperatorError(`${to} is inside the data folder. Choose a folder outside it.`);
  if (!(await isFree(to)))
    throw new OperatorError(`${to} already exists and is not empty. Choose another folder.`);
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return false;
    unlessMissing(error as NodeJS.ErrnoException);
    return true;
  }
}

/**
 * Copies to another file system. Incomplete folders have other names, before and after, so that no start
 * mistakes one for a publication.
 */
async function copyAcross({ from, to }: Moving) {
  const incoming = `${to}.incoming`;
  const moved = `${from}.moved`;
  try {
    await rm(incoming, { recursive: true, force: true });
    // Opening a lock file that this process holds, and closing it, would release the lock.
    await copyFolder(from, incoming, { isDurable: true, without: isOfProcesses });
    const difference = await findDifference(from, incoming, isOfProcesses);
    if (difference) throw new OperatorError(`${difference} could not be copied. Nothing was moved.`);
    await rename(from, moved);
    await rename(incoming, to);
    await sync(dirname(to));
  } catch (error) {
    if (!holdsPublication(from)) await rename(moved, from);
    await rm(incoming, { recursive: true, force: true });
    throw error;
  }
  await rm(moved, { recursive: true });
}

function placeRefused(error: unknown, to: string): unknown {
  if (!(error instanceof Error && 'code' in error)) return error;
  if (/^(?:EACCES|EPERM|EROFS)$/.test(`${error.code}`))
    return new OperatorError(`This user cannot create ${to}. Choose another folder.`);
  if (error.code === 'EBUSY') return new OperatorError(`${to} is a mount point. Choose a folder inside it.`);
  if (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    return new OperatorError(`The disk of ${to} is full. Free some space and try again.`);
  return error;
}
