import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultDataDir } from './default-data-dir';
import { WrongSetting } from './wrong-setting';

const DATABASE = 'broadside.db';

/** Whether a publication lies in this folder. */
export function holdsPublication(folder: string): boolean {
  return existsSync(join(folder, DATABASE));
}

/** Where the data of this program lies by default, in a clone or in what an archive was unpacked into. */
export function standardDataDir(programFolder: string): string {
  return defaultDataDir(programFolder, existsSync(join(programFolder, '.git')));
}

/**
 * The data folder of a publication that names none: the default, or `data` inside the program's folder,
 * where it was once by default, if a publication lies there.
 * @throws WrongSetting when there is one in both.
 */
export function findDataDir(programFolder: string): string {
  const beside = standardDataDir(programFolder);
  const former = join(programFolder, 'data');
  if (!holdsPublication(former)) return beside;
  if (!holdsPublication(beside)) return former;
  throw new WrongSetting(
    `There are two data folders, ${former} and ${beside}: name the right one with DATA_DIR, or move the other away.`,
  );
}
