import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Who may do what with a file, without the bits that say what kind it is. */
export function modeOf(path: string): number {
  return lstatSync(path).mode & 0o777;
}

/** Every path under a folder, itself included, that somebody other than its owner may read, write or enter. */
export function openToOthers(folder: string): string[] {
  const within = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
  return [folder, ...within].filter((path) => (modeOf(path) & 0o077) !== 0);
}
