import { Refusal } from '@/lib/errors';

const FULL = ['ENOSPC', 'EDQUOT'];
/** A file system that finds an error makes itself read-only. */
const NOT_WRITABLE = ['EROFS', 'EIO'];

/** Returns the refusal for a disk that is full or cannot be written, and any other error unchanged. */
export function diskRefusal(error: unknown): unknown {
  const { code = '', syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (FULL.includes(code)) return new Refusal('invalid', 'diskFullFile');
  // Node says so when it cannot create a folder with those above it on a disk that is read-only.
  const isNoFolder = code === 'ENOENT' && syscall === 'mkdir';
  return isNoFolder || NOT_WRITABLE.includes(code) ? new Refusal('unavailable', 'diskNotWritable') : error;
}
