import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { migrationsDone, openDatabase } from '@/db/client';
import { OPERATOR } from '@/lib/actor';
import { backUp, backupFolder } from '@/lib/backup/last-backup';
import { OperatorError, requireValue } from '@/lib/errors';
import { findShelf, RELEASES, type ReleaseShelf } from '@/lib/process/release-shelf.mjs';
import { amongTools, onlyOnce } from '@/lib/process/tool-locks';
import { environment } from '@/lib/settings/environment';
import { manageCommand } from '@/lib/settings/operator-commands';
import { unpackRelease } from '@/lib/upgrade/unpack';
import { noRelease, upgrade as upgradeTo } from '@/lib/upgrade/upgrade';
import { requirePublication, type Verb, withDatabaseAsItIs } from './verb';

const run = promisify(execFile);

export const upgrade: Verb = {
  summary: 'back up, switch to a newer version, and switch back if it does not work',
  usage: '[archive]',
  help: 'In a clone: first run git pull. The new version is then built next to the running one. From an archive: name the newer archive (.tar.gz).\nThe new version is first tried on a copy of the data. The publication then switches to it within a second or two, without stopping. If the new version does not answer, the previous version and its data return.',
  options: {},
  run: async (_values, [archive]) => {
    const { dataDir, programFolder } = environment();
    const shelf = findShelf(programFolder);
    if (!shelf) throw noRelease(programFolder);
    const to = await newRelease(shelf, archive);
    const database = join(dataDir, 'broadside.db');
    requirePublication();
    const work = {
      ...{ shelf, dataDir, to, say: console.log },
      backUp: () => makeBackup(dataDir),
      migrationsDone: () => countMigrations(database),
    };
    return amongTools(dataDir, 'upgrade', () => onlyOnce(dataDir, 'upgrade', () => upgradeTo(work)));
  },
};

async function newRelease(shelf: ReleaseShelf, archive: string | undefined): Promise<string> {
  if (shelf.name === RELEASES) {
    if (!archive)
      throw new OperatorError(`Name the newer archive: ${manageCommand('upgrade <archive.tar.gz>')}`);
    return unpackRelease(shelf, archive);
  }
  if (archive)
    throw new OperatorError(
      'This is a clone, so it needs no archive. Run git pull, then npm run manage -- upgrade.',
    );
  console.log('Building the new version. This takes about half a minute…');
  return join(shelf.programFolder, await build(shelf.programFolder));
}

/** @returns the folder of the release, relative to the program's folder. */
async function build(programFolder: string): Promise<string> {
  const { stdout } = await run(process.execPath, ['lib/cli/build.mjs'], { cwd: programFolder }).catch(
    ({ stderr, message }) => {
      throw new OperatorError(`${stderr?.trim() || message}\nThe running version is unchanged.`);
    },
  );
  const folder = stdout.trim().split('\n').at(-1);
  if (!folder) throw new OperatorError('The new version could not be built.');
  return folder;
}

/** Makes a backup without migrating the tables, which the running version uses: the new version migrates a copy. */
function makeBackup(dataDir: string): Promise<string> {
  return withDatabaseAsItIs('backup', async (db) => {
    const now = Date.now();
    const folder = backupFolder(dataDir, now);
    return requireValue(await backUp(db, { dataDir, folder }, { actor: OPERATOR, now })).folder;
  });
}

function countMigrations(file: string): number {
  const db = openDatabase(file);
  try {
    return migrationsDone(db);
  } finally {
    db.$client.close();
  }
}
