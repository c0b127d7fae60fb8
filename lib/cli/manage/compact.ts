import { join } from 'node:path';
import { openDatabase } from '@/db/client';
import { compactDatabase } from '@/lib/backup/compact-database';
import { eraseWords } from '@/lib/jobs/erase-words';
import { aloneInDataFolder } from '@/lib/process/tool-locks';
import { environment } from '@/lib/settings/environment';
import { makeOrRequireTables, requirePublication, type Verb } from './verb';

const MEGABYTE = 1_000_000;

export const compact: Verb = {
  summary: 'write the database anew, without what was deleted',
  usage: '',
  help: 'Stop the publication first. Earlier versions left words that were deleted or changed in free parts of the database file: this removes them, once. It needs as much room as the database. Backups that were made before still contain the words.',
  options: {},
  run: async () => {
    const { dataDir } = environment();
    requirePublication();
    return aloneInDataFolder(dataDir, 'compact', async () => {
      const file = join(dataDir, 'broadside.db');
      const db = openDatabase(file);
      try {
        makeOrRequireTables(db);
        await eraseWords(db, new AbortController().signal);
      } finally {
        db.$client.close();
      }
      const { beforeBytes, afterBytes } = await compactDatabase(file);
      return `The database was written anew: ${megabytes(afterBytes)} MB in place of ${megabytes(beforeBytes)} MB.`;
    });
  },
};

function megabytes(bytes: number): string {
  return (bytes / MEGABYTE).toFixed(1);
}
