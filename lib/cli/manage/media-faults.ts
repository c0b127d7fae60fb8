import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { asc, count, eq, gt, sql } from 'drizzle-orm';
import { type Db, isUpToDate } from '@/db/client';
import type { Rendition, StoredFile } from '@/db/column-types';
import { media } from '@/db/schema';
import { isAnimated, mastersOf } from '@/lib/media/owned-files';
import { hashFile } from '@/lib/process/hash-file';
import { whenFree } from '@/lib/when-free';

const ROWS_AT_ONCE = 200;
const SAY_EVERY_MS = 3000;

/** What is wrong with the media files, and how many had no hash. */
export interface MediaFaults {
  faults: string[];
  /** Files that an earlier version stored without a hash: it is recorded now, and compared from the next time. */
  recorded: number;
}

/** What is known of a file. */
type KnownFile = Pick<Rendition, 'file' | 'bytes'> & { sha256?: string };
type Row = Pick<typeof media.$inferSelect, 'id' | 'originalName' | 'kind' | 'renditions'> & {
  master: StoredFile | null;
};

/**
 * Reads every media file that a row names, and compares its size and hash with those recorded when it was stored.
 * Hashes that an earlier version did not record are recorded, unless the tables are those of another version.
 * @param say gets a line of progress now and then.
 */
export async function findMediaFaults(
  db: Db,
  mediaDir: string,
  say: (line: string) => void,
): Promise<MediaFaults> {
  const found: MediaFaults = { faults: [], recorded: 0 };
  const total = db.select({ n: count() }).from(media).get()?.n ?? 0;
  let done = 0;
  let saidAt = performance.now();
  for (let rows = rowsAfter(db, ''); rows.length > 0; rows = rowsAfter(db, rows.at(-1)?.id ?? '')) {
    for (const row of rows) {
      const faults = await checkMedium(db, join(mediaDir, row.id), row, found);
      found.faults.push(...faults.map((fault) => `“${row.originalName || row.id}” ${fault}`));
      done += 1;
      if (performance.now() - saidAt < SAY_EVERY_MS) continue;
      saidAt = performance.now();
      say(`Checked ${done} of ${total} media`);
    }
  }
  return found;
}

/** Tables of earlier versions have no masters. */
function rowsAfter(db: Db, after: string): Row[] {
  const { id, originalName, kind, renditions, master } = media;
  const masters = isUpToDate(db) ? master : sql<null>`null`;
  return db
    .select({ id, originalName, kind, renditions, master: masters })
    .from(media)
    .where(gt(id, after))
    .orderBy(asc(id))
    .limit(ROWS_AT_ONCE)
    .all();
}

/** Checks the files of one medium, and records the hashes that are missing if there is no fault. */
async function checkMedium(db: Db, folder: string, row: Row, found: MediaFaults): Promise<string[]> {
  const renditions: Rendition[] = [];
  const master = row.master ?? (await measuredMaster(folder, row));
  const faults: (string | null)[] = [];
  for (const rendition of row.renditions) {
    const { fault, sha256 } = await compared(folder, rendition);
    faults.push(fault);
    renditions.push({ ...rendition, sha256 });
  }
  if (row.master) faults.push((await compared(folder, row.master)).fault);
  if (hasMaster(row) && !master) faults.push(`is missing its original: ${row.id}`);
  const isNew = row.renditions.filter(({ sha256 }) => !sha256).length + (master && !row.master ? 1 : 0);
  const known = faults.filter((fault) => fault !== null);
  if (isNew === 0 || known.length > 0 || !isUpToDate(db)) return known;
  found.recorded += isNew;
  await whenFree(() => db.update(media).set({ renditions, master }).where(eq(media.id, row.id)).run());
  return known;
}

/** Still pictures have a master that is not one of their renditions. */
function hasMaster({ kind, renditions }: Row): boolean {
  return kind === 'picture' && renditions.length > 0 && !isAnimated({ renditions });
}

async function measuredMaster(folder: string, row: Row): Promise<StoredFile | null> {
  const file = hasMaster(row) && mastersOf(row).find((name) => existsSync(join(folder, name)));
  if (!file) return null;
  const path = join(folder, file);
  return { file, bytes: (await stat(path)).size, sha256: await hashFile(path) };
}

/** Compares a file with what is known of it. @returns what is wrong with it, and its hash if it could be read. */
async function compared(
  folder: string,
  { file, bytes, sha256 }: KnownFile,
): Promise<{ fault: string | null; sha256?: string }> {
  const place = join(basename(folder), file);
  try {
    const { size } = await stat(join(folder, file));
    if (size !== bytes) return { fault: `has a file of ${size} bytes in place of ${bytes}: ${place}` };
    const hash = await hashFile(join(folder, file));
    const isChanged = sha256 !== undefined && hash !== sha256;
    return { fault: isChanged ? `has a file that was changed: ${place}` : null, sha256: hash };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const what =
      error.code === 'ENOENT' ? 'is missing a file' : `has a file that cannot be read (${error.code})`;
    return { fault: `${what}: ${place}` };
  }
}
