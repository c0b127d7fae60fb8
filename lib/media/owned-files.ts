import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Rendition } from '@/db/column-types';
import { media } from '@/db/schema';

const MASTERS = ['jpg', 'png', 'gif'];

/** Returns the names of the files that a medium's row owns; null when there is no row. */
export function ownedFiles(db: Pick<Db, 'select'>, mediaId: string): Set<string> | null {
  const row = db.select({ renditions: media.renditions }).from(media).where(eq(media.id, mediaId)).get();
  if (!row) return null;
  const files = row.renditions.map(({ file }) => file);
  return new Set([...files, ...mastersBeside(row.renditions)]);
}

/**
 * Returns the names that the master may have. It is in no list, because nobody is sent it; it has the prefix of the
 * renditions made from it.
 */
export function mastersBeside([first]: Rendition[]): string[] {
  const prefix = first?.file.match(/^r\d+-/)?.[0] ?? '';
  return MASTERS.map((extension) => `${prefix}master.${extension}`);
}
