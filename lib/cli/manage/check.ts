import { join } from 'node:path';
import type { Db } from '@/db/client';
import { OperatorError } from '@/lib/errors';
import { unownedMedia } from '@/lib/media/sweep-media';
import { environment } from '@/lib/settings/environment';
import { findMediaFaults } from './media-faults';
import { type Verb, withDatabaseAsItIs } from './verb';

export const check: Verb = {
  summary: 'check the database and media files for damage',
  usage: '',
  help: 'Reads everything. Of media files that an earlier version stored, it records the hashes, so that the next check notices a change; nothing else is changed. The exit code is 0 only when no problems are found.',
  options: {},
  run: () =>
    withDatabaseAsItIs('check', async (db) => {
      const mediaDir = join(environment().dataDir, 'media');
      const files = await findMediaFaults(db, mediaDir, console.log);
      const faults = [...databaseFaults(db), ...files.faults, ...(await unownedFiles(db, mediaDir))];
      if (faults.length > 0) throw new OperatorError(faults.join('\n'));
      return `No problems found.${recordedHashes(files.recorded)}`;
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

function recordedHashes(files: number): string {
  if (files === 0) return '';
  return ` The hashes of ${files} media files were recorded, because an earlier version had not: from now on, a change is noticed.`;
}

const HOUR_MS = 60 * 60 * 1000;

/** A server that runs may be storing what changed within the last hour. */
async function unownedFiles(db: Db, mediaDir: string): Promise<string[]> {
  const { unfinished, folders, files } = await unownedMedia(db, { mediaDir, before: Date.now() - HOUR_MS });
  return [...unfinished, ...folders, ...files].map(
    (path) => `No picture owns media/${path}. It is not served, and the next start removes it.`,
  );
}
