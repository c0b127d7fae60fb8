import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@/db/client';
import { media } from '@/db/schema';
import { OperatorError } from '@/lib/errors';
import { environment } from '@/lib/settings/environment';
import { type Verb, withDatabaseAsItIs } from './verb';

export const check: Verb = {
  summary: 'check the database and media files for damage',
  usage: '',
  help: 'Reads everything and changes nothing. The exit code is 0 only when no problems are found.',
  options: {},
  run: () =>
    withDatabaseAsItIs('check', async (db) => {
      const faults = [...databaseFaults(db), ...(await missingFiles(db))];
      if (faults.length > 0) throw new OperatorError(faults.join('\n'));
      return 'No problems found.';
    }),
};

function databaseFaults(db: Db): string[] {
  const integrity = db.$client.pragma('integrity_check') as { integrity_check: string }[];
  const foreign = db.$client.pragma('foreign_key_check') as { table: string; rowid: number }[];
  return [
    ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
    ...foreign.map((row) => `Table ${row.table}, row ${row.rowid}, refers to a row that does not exist.`),
  ];
}

async function missingFiles(db: Db): Promise<string[]> {
  const faults: string[] = [];
  for (const picture of db.select().from(media).all()) {
    for (const { file } of picture.renditions) {
      const path = join(environment().dataDir, 'media', picture.id, file);
      const found = await access(path).then(
        () => true,
        () => false,
      );
      if (!found) faults.push(`“${picture.originalName}” is missing a file: ${picture.id}/${file}`);
    }
  }
  return faults;
}
