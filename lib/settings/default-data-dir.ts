import { basename, dirname, join } from 'node:path';

/**
 * Where the data lies when nobody says otherwise: beside the program's folder, so that neither
 * `git clean -fdx` nor deleting the program touches it. A clone's data is named after the clone; an
 * archive's is the same whatever folder it is unpacked into.
 */
export function defaultDataDir(programFolder: string, isClone: boolean): string {
  const name = (isClone && basename(programFolder)) || 'broadside';
  return join(dirname(programFolder), `${name}-data`);
}
