import { accessSync, constants, existsSync, realpathSync } from 'node:fs';
import { isAbsolute, relative } from 'node:path';
import type { Environment } from './environment';
import { closeFormerCopies, formerBackups } from './former-copies';
import { manageCommand } from './operator-commands';
import { isOwnedByAnother, makePrivate, makePrivateFolder } from './private-files';
import { WrongSetting } from './wrong-setting';

type Place = Pick<Environment, 'dataDir' | 'programFolder' | 'isDataDirSet'>;

/**
 * Makes the data folder if it does not exist, and closes it, and the copies that earlier versions left next
 * to it, to other users of the machine.
 * @returns a sentence for each folder that was open to them.
 * @throws WrongSetting when it cannot be written.
 */
export function openDataFolder(dataDir: string): string[] {
  try {
    makePrivateFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
  } catch (error) {
    throw new WrongSetting(
      `The data folder ${dataDir} cannot be written. Make it writable for this user, or set DATA_DIR to another folder.`,
      { cause: error },
    );
  }
  const closed = [...(makePrivate(dataDir) ? [dataDir] : []), ...closeFormerCopies(dataDir)];
  return closed.map((folder) => `Other users of this machine could read ${folder}. It is private now.`);
}

/**
 * Describes where the data is, how to back it up, and what is wrong with the place: a sentence or two each.
 */
export function describeDataFolder({ dataDir, programFolder, isDataDirSet }: Place): string[] {
  const lines = [`The data is in ${dataDir}. Back it up with: ${manageCommand('backup')}`];
  if (!existsSync(dataDir)) return lines;
  if (isInside(realpathSync(programFolder), realpathSync(dataDir))) {
    const command = manageCommand(isDataDirSet ? 'move-data <folder>' : 'move-data');
    lines.push(
      `It is inside the program’s folder, where “git clean -fdx” would delete it. Stop the publication, then move it out with: ${command}`,
    );
  }
  if (isOwnedByAnother(dataDir))
    lines.push(
      'Other users of this machine can read it, and it belongs to a different user. Its owner can make it private with: ' +
        `chmod 700 "${dataDir}"`,
    );
  const former = formerBackups(dataDir);
  if (former) lines.push(`Earlier backups are in ${former}.`);
  return lines;
}

/** Returns whether `inner` is `outer` or inside it. */
export function isInside(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path !== '..' && !/^\.\.[/\\]/.test(path) && !isAbsolute(path);
}
