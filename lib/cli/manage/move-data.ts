import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { moveDataFolder } from '@/lib/backup/move-data-folder';
import { OperatorError } from '@/lib/errors';
import { aloneInDataFolder } from '@/lib/process/tool-locks';
import { environment } from '@/lib/settings/environment';
import { holdsPublication, standardDataDir } from '@/lib/settings/find-data-dir';
import { formerBackups } from '@/lib/settings/former-copies';
import { manageCommand } from '@/lib/settings/operator-commands';
import type { Verb } from './verb';

export const moveData: Verb = {
  summary: 'move the data folder out of the program’s folder, or to a folder you name',
  usage: '[folder]',
  help: 'Stop the publication first. Without a folder, the data moves next to the program’s folder, where Broadside finds it without DATA_DIR.\nEither everything is moved or nothing is. Backups stay where they are.',
  options: {},
  run: async (_values, [folder]) => {
    const { dataDir: from, programFolder, isDataDirSet } = environment();
    if (isDataDirSet && !folder)
      throw new OperatorError(
        `DATA_DIR sets the data folder: ${from}. Name the new folder: ${manageCommand('move-data <folder>')}`,
      );
    const standard = standardDataDir(programFolder);
    const to = folder ? resolve(folder) : standard;
    const former = formerBackups(from);
    if (!holdsPublication(from)) throw new OperatorError(`There is no publication in ${from}.`);
    await aloneInDataFolder(from, 'move-data', () => moveDataFolder({ from, to }));
    // The note of this process moved with the folder.
    rmSync(join(to, 'running.json'), { force: true });
    return [
      `The data is now in ${to}.`,
      ...(former
        ? [`Earlier backups are in ${former}. Move them too if they are inside the program’s folder.`]
        : []),
      ...afterwards({ isDataDirSet, isDefault: to === standard, to }),
    ].join('\n');
  },
};

/** Tells the operator what to do so that the next start finds the data and does not begin an empty publication. */
function afterwards({
  isDataDirSet,
  isDefault,
  to,
}: {
  isDataDirSet: boolean;
  isDefault: boolean;
  to: string;
}) {
  if (isDataDirSet)
    return [
      `Before the next start, change it to DATA_DIR=${to} where it is set now (in .env or in the environment of the service).`,
    ];
  return isDefault ? [] : [`Before the next start, add DATA_DIR=${to} to .env in the program’s folder.`];
}
