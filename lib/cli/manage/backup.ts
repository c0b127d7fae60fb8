import { resolve } from 'node:path';
import { OPERATOR } from '@/lib/actor';
import { backUp, backupFolder } from '@/lib/backup/last-backup';
import { requireValue } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { type Verb, withDatabaseAsItIs } from './verb';

export const backup: Verb = {
  summary: 'back up everything to a new folder',
  usage: '[folder]',
  help: 'Safe while the publication runs. Without a folder, the backup goes into <data folder>-backups, next to the data folder. Only you can read it.',
  options: {},
  run: (_values, [folder]) =>
    withDatabaseAsItIs(async (db) => {
      const { dataDir } = environment();
      const now = Date.now();
      const target = resolve(folder ?? backupFolder(dataDir, now));
      requireValue(await backUp(db, { dataDir, folder: target }, { actor: OPERATOR, now }));
      return `The backup is in ${target}`;
    }),
};
