import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataDir } from './default-data-dir';
import { WrongSetting } from './wrong-setting';

const DATABASE = 'broadside.db';

/** Returns whether a publication is in this folder. */
export function holdsPublication(folder: string): boolean {
  return existsSync(join(folder, DATABASE));
}

/** Returns the default data folder of this program, for a clone or an unpacked archive. */
export function standardDataDir(programFolder: string): string {
  return defaultDataDir(programFolder, existsSync(join(programFolder, '.git')));
}

/**
 * Returns the data folder of a publication that names none: the default, or `data` inside the program's
 * folder, the former default, if a publication is there.
 * @throws WrongSetting when there is one in both.
 */
export function findDataDir(programFolder: string): string {
  const standard = standardDataDir(programFolder);
  const former = join(programFolder, 'data');
  if (!holdsPublication(former)) return standard;
  if (!holdsPublication(standard)) return former;
  throw new WrongSetting(
    `There are two data folders, ${former} and ${standard}. Set DATA_DIR to the right one, or move the other one away.`,
  );
}
