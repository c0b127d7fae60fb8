import { constants } from 'node:fs';
import { chmod, copyFile, mkdir, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hashFile } from '@/lib/process/hash-file';
import { PRIVATE_FILE, PRIVATE_FOLDER } from '@/lib/settings/private-files';

interface Copying {
  /**
   * Whether the publication is running, so that files may be deleted meanwhile, or be incomplete under a name
   * that begins with a dot.
   */
  isLive?: boolean;
  /** Whether every file and folder must be synced to disk (fsync), because the source may be removed. */
  isDurable?: boolean;
  /** Whether files that are there already, with the same size, are left as they are. */
  isAddition?: boolean;
  /** Names that are left out at the top of the folder. */
  without?: (name: string) => boolean;
  /** Called with the size of each copied file, in bytes. May throw to end the copying. */
  onCopied?: (bytes: number) => void;
}

/**
 * Copies a folder and its contents, readable only by its owner, whatever the modes of the source. Links are
 * followed: a copy that needs the original is not a copy.
 */
export async function copyFolder(source: string, target: string, copying: Copying = {}): Promise<void> {
  await mkdir(target, { recursive: true, mode: PRIVATE_FOLDER });
  for (const name of await readdir(source)) {
    if ((copying.isLive && name.startsWith('.')) || copying.without?.(name)) continue;
    const copied = copyEntry(join(source, name), join(target, name), copying);
    await (copying.isLive ? copied.catch(unlessMissing) : copied);
  }
  if (copying.isDurable) await sync(target);
}

async function copyEntry(source: string, target: string, copying: Copying) {
  const kind = await stat(source);
  if (kind.isDirectory()) return copyFolder(source, target, { ...copying, without: undefined });
  if (!kind.isFile()) throw new Error(`${source} is neither a file nor a folder, and cannot be copied.`);
  if (copying.isAddition && (await sizeOf(target)) === kind.size) return;
  // The copy shares the blocks of the original where the file system can, and is independent of it everywhere.
  await copyFile(source, target, constants.COPYFILE_FICLONE);
  await chmod(target, PRIVATE_FILE);
  if (copying.isDurable) await sync(target);
  copying.onCopied?.(kind.size);
}

/** Returns the size of a file in bytes, or null when there is none. */
async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    unlessMissing(error as NodeJS.ErrnoException);
    return null;
  }
}

/**
 * Compares every file of two folders, but for those left out at the top.
 * @returns the path of a file that is missing from either or different, or null.
 */
export async function findDifference(
  one: string,
  other: string,
  without: (name: string) => boolean = () => false,
): Promise<string | null> {
  const namesIn = async (folder: string) => new Set((await readdir(folder)).filter((name) => !without(name)));
  const [names, otherNames] = [await namesIn(one), await namesIn(other)];
  for (const name of new Set([...names, ...otherNames])) {
    const [path, otherPath] = [join(one, name), join(other, name)];
    if (!names.has(name) || !otherNames.has(name)) return path;
    const difference = await findDifferenceOfEntries(path, otherPath);
    if (difference) return difference;
  }
  return null;
}

async function findDifferenceOfEntries(one: string, other: string): Promise<string | null> {
  const [kind, otherKind] = [await stat(one), await stat(other)];
  if (kind.isDirectory() && otherKind.isDirectory()) return findDifference(one, other);
  if (!kind.isFile() || !otherKind.isFile() || kind.size !== otherKind.size) return one;
  return (await hashFile(one)) === (await hashFile(other)) ? null : one;
}

/** Writes a file or folder through to the disk (fsync). */
export async function sync(path: string) {
  // Windows cannot sync a folder, or a file that is open for reading only.
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Ignores the error of a missing file; throws any other. */
export function unlessMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
