import { resolve } from 'node:path';
import { makeBackup } from '@/lib/backup/backup';
import { environment } from '@/lib/settings/environment';
import { type Verb, withDatabase } from './verb';

export const backup: Verb = {
  summary: 'copy everything into a new folder',
  usage: '[folder]',
  help: 'Safe while the publication runs. Without a folder it makes one under backups/ beside the data folder.',
  options: {},
  run: (_values, [folder]) =>
    withDatabase(async (db) => {
      const { dataDir } = environment();
      const stamp = new Date().toISOString().replace(/[:.]/g, '-');
      const target = resolve(folder ?? `${dataDir}/../backups/${stamp}`);
      await makeBackup(db, dataDir, target);
      return `The backup is in ${target}`;
    }),
};
