import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import type { Rendition } from '@/db/column-types';
import { media } from '@/db/schema';

const MASTERS = ['jpg', 'png', 'gif'];

/**
 * Returns the names of the files that a medium's row owns; null when there is no row.
 * @param hasMasters whether the tables record masters: those of earlier versions do not.
 */
export function ownedFiles(
  db: Pick<Db, 'select'>,
  mediaId: string,
  { hasMasters = true } = {},
): Set<string> | null {
  const { renditions, master } = media;
  const row = db
    .select({ renditions, master: hasMasters ? master : sql<null>`null` })
    .from(media)
    .where(eq(media.id, mediaId))
    .get();
  if (!row) return null;
  const files = row.renditions.map(({ file }) => file);
  return new Set([...files, ...mastersOf(row)]);
}

/** What is known of the files of a medium. */
type Files = Pick<typeof media.$inferSelect, 'renditions' | 'master'>;

/** Returns the names that the master of a medium may have. */
export function mastersOf({ renditions, master }: Files): string[] {
  return master ? [master.file] : mastersBeside(renditions);
}

/** Whether a picture is animated: its master is one of its renditions. */
export function isAnimated({ renditions }: Pick<Files, 'renditions'>): boolean {
  const masters = mastersBeside(renditions);
  return renditions.some(({ file }) => masters.includes(file));
}

/**
 * Returns the names that the master may have where none is recorded: nobody is sent it, so it is in no list. It has
 * the prefix of the renditions, unless the picture was edited.
 */
function mastersBeside([first]: Rendition[]): string[] {
  const prefix = first?.file.match(/^r\d+-/)?.[0] ?? '';
  return MASTERS.map((extension) => `${prefix}master.${extension}`);
}
