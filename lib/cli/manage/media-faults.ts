import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { asc, count, gt } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Rendition } from '@/db/column-types';
import { media } from '@/db/schema';
import { hashFile } from '@/lib/process/hash-file';

const ROWS_AT_ONCE = 200;
const SAY_EVERY_MS = 3000;

/** What is wrong with the media files, and how many could only be measured. */
export interface MediaFaults {
  faults: string[];
  /** Files that an earlier version stored, of which no hash is known. */
  withoutHash: number;
}

/**
 * Reads every media file that a row names, and compares its size and hash with those recorded when it was stored.
 * @param say gets a line of progress now and then.
 */
export async function findMediaFaults(
  db: Db,
  mediaDir: string,
  say: (line: string) => void,
): Promise<MediaFaults> {
  const found: MediaFaults = { faults: [], withoutHash: 0 };
  const total = db.select({ n: count() }).from(media).get()?.n ?? 0;
  let done = 0;
  let saidAt = performance.now();
  for (let after = ''; ; ) {
    const { id, originalName, renditions } = media;
    const query = db.select({ id, originalName, renditions }).from(media).where(gt(id, after));
    const rows = query.orderBy(asc(id)).limit(ROWS_AT_ONCE).all();
    for (const row of rows) {
      for (const rendition of row.renditions) {
        const fault = await faultOf(join(mediaDir, row.id, rendition.file), rendition);
        if (fault) found.faults.push(`“${row.originalName}” ${fault}: ${row.id}/${rendition.file}`);
        if (!rendition.sha256) found.withoutHash += 1;
      }
      done += 1;
      if (performance.now() - saidAt < SAY_EVERY_MS) continue;
      saidAt = performance.now();
      say(`Checked ${done} of ${total} media`);
    }
    const last = rows.at(-1);
    if (!last) return found;
    after = last.id;
  }
}

async function faultOf(path: string, { bytes, sha256 }: Rendition): Promise<string | null> {
  try {
    const { size } = await stat(path);
    if (size !== bytes) return `has a file of ${size} bytes in place of ${bytes}`;
    const hash = await hashFile(path);
    return sha256 && hash !== sha256 ? 'has a file that was changed' : null;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ENOENT' ? 'is missing a file' : `has a file that cannot be read (${error.code})`;
  }
}
