import { join } from 'node:path';
import { type Db, openMigrated } from '@/db/client';
import { plainPostPath } from '@/lib/addresses';
import { renameReservedSlugs } from '@/lib/posts/rename-reserved-slugs';
import { ensureSamples } from '@/lib/samples/ensure-samples';
import { secret } from '@/lib/settings/secrets';

/**
 * Opens the publication in a data folder: creates what a first start needs, migrates the database, and moves posts
 * whose address the site itself has taken since.
 * @param say called with a sentence for the operator.
 */
export async function openPublication(dataDir: string, say: (sentence: string) => void): Promise<Db> {
  // The database comes first: secrets without one are traces of a publication that has lost it.
  const db = openMigrated(join(dataDir, 'broadside.db'));
  secret(dataDir, 'session');
  for (const { headline, from, to } of renameReservedSlugs(db, Date.now()))
    say(
      `${plainPostPath(from)} is now used by the site itself. “${headline}” moved to ${plainPostPath(to)}.`,
    );
  await ensureSamples(db, { mediaDir: join(dataDir, 'media'), now: Date.now(), say });
  return db;
}
