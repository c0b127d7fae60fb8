import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Returns the permission bits of a file, without those of its type. */
export function modeOf(path: string): number {
  return lstatSync(path).mode & 0o777;
}

/** Returns every path under a folder, including itself, that anyone but its owner may read, write or enter. */
export function openToOthers(folder: string): string[] {
  const within = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return [folder, ...within].filter((path) => (modeOf(path) & 0o077) !== 0);
}
