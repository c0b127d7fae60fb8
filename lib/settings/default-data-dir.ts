import { basename, dirname, join } from 'node:path';

/**
 * Returns the default data folder: next to the program's folder, so that neither `git clean -fdx` nor
 * deleting the program affects it. A clone's data folder is named after the clone; an archive's has the same
 * name whatever folder the archive is unpacked into.
 */
export function defaultDataDir(programFolder: string, isClone: boolean): string {
  const name = (isClone && basename(programFolder)) || 'broadside';
  return join(dirname(programFolder), `${name}-data`);
}
