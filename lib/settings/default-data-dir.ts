import { basename, dirname, join } from 'node:path';

/**
 * Where the data lies when nobody says otherwise: beside the program's folder, so that neither
 * `git clean -fdx` nor deleting the program touches it. A clone's data is named after the clone; an
 * archive is unpacked into a folder named after its version, and the data stays through updates.
 */
export function defaultDataDir(programFolder: string, isClone: boolean): string {
  const name = (isClone && basename(programFolder)) || 'broadside';
  return join(dirname(programFolder), `${name}-data`);
}
