import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { WrongSetting } from './wrong-setting';

const DATABASE = 'broadside.db';

/** Whether a publication lies in this folder. */
export function holdsPublication(folder: string): boolean {
  return existsSync(join(folder, DATABASE));
}

/**
 * Where the data lies when nobody says otherwise: beside the program's folder, so that neither
 * `git clean -fdx` nor deleting the program touches it. A clone's data is named after the clone; an
 * archive is unpacked into a folder named after its version, and the data stays through updates.
 */
export function defaultDataDir(programFolder: string, isClone: boolean): string {
  const name = (isClone && basename(programFolder)) || 'broadside';
  return join(dirname(programFolder), `${name}-data`);
}

/**
 * The data folder of a publication that names none: the default, or `data` inside the program's folder,
 * where it was once by default, if a publication lies there.
 * @throws WrongSetting when there is one in both.
 */
export function findDataDir(programFolder: string): string {
  const beside = defaultDataDir(programFolder, existsSync(join(programFolder, '.git')));
  const former = join(programFolder, 'data');
  if (!holdsPublication(former)) return beside;
  if (!holdsPublication(beside)) return former;
  throw new WrongSetting(
    `There are two data folders, ${former} and ${beside}: name the right one with DATA_DIR, or move the other away.`,
  );
}
