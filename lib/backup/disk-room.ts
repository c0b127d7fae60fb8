import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Refusal } from '@/lib/errors';

/** What must stay free after a copy, so that the publication can go on writing: 64 MiB. */
const SPARE_BYTES = 64 * 2 ** 20;

/**
 * Checks that the disk of a folder, which need not exist yet, has room for a copy.
 * @throws Refusal `unavailable` with both sizes.
 */
export async function requireRoom(folder: string, bytes: number): Promise<void> {
  let place = folder;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = await statfs(place);
  const free = bavail * bsize;
  if (free >= bytes + SPARE_BYTES) return;
  throw new Refusal('unavailable', 'noRoomForCopy', {
    folder,
    neededMb: Math.ceil((bytes + SPARE_BYTES) / 1e6),
    freeMb: Math.floor(free / 1e6),
  });
}
