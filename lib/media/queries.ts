import { count, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media, mediaUses } from '@/db/schema';
import type { MediaFacts } from '@/lib/document/media-facts';
import { type MediaFilter, mediaMatching, mediaOrder, unusedBy, usesOf } from './media-filter';
import type { MediaListing } from './media-listing';

const facts = {
  id: media.id,
  kind: media.kind,
  mime: media.mime,
  widthPx: media.widthPx,
  heightPx: media.heightPx,
  alt: media.alt,
  caption: media.caption,
  credit: media.credit,
  renditions: media.renditions,
  focusX: media.focusX,
  focusY: media.focusY,
};

/** Well below SQLite's limit on bound values in one statement. */
const IDS_PER_STATEMENT = 500;

/** Finds the media with these ids; unknown ids are left out. */
export function findMediaFacts(db: Pick<Db, 'select'>, ids: Iterable<string>): Map<string, MediaFacts> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, MediaFacts>();
  for (let start = 0; start < wanted.length; start += IDS_PER_STATEMENT) {
    const batch = wanted.slice(start, start + IDS_PER_STATEMENT);
    for (const row of db.select(facts).from(media).where(inArray(media.id, batch)).all())
      found.set(row.id, row);
  }
  return found;
}

/**
 * Lists the library, newest first unless sorted otherwise. A filter is tried once on each medium, for the page and the
 * total together, and only what the page shows is read whole.
 * @param page from 1.
 * @param perPage 1 to 100.
 */
export function listMedia(
  db: Db,
  { page = 1, perPage = 48, ...filter }: MediaFilter & { page?: number; perPage?: number },
): { media: MediaListing[]; total: number } {
  const { ids, total } = findPage(db, filter, { from: (page - 1) * perPage, perPage });
  const rows = db
    .select({
      ...facts,
      originalName: media.originalName,
      bytes: media.bytes,
      createdAt: media.createdAt,
      uses: usesOf(mediaUses),
      isUnused: sql`(${unusedBy()})`.mapWith(Boolean),
    })
    .from(media)
    .where(inArray(media.id, ids))
    .orderBy(...mediaOrder(filter.sort))
    .all();
  return { media: rows, total };
}

function findPage(db: Db, filter: MediaFilter, { from, perPage }: { from: number; perPage: number }) {
  const matching = mediaMatching(filter);
  const inOrder = db
    .select({ id: media.id })
    .from(media)
    .where(matching)
    .orderBy(...mediaOrder(filter.sort));
  const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  if (matching) {
    const ids = idsOf(inOrder.all());
    return { ids: ids.slice(from, from + perPage), total: ids.length };
  }
  const ids = idsOf(inOrder.limit(perPage).offset(from).all());
  return { ids, total: db.select({ n: count() }).from(media).get()?.n ?? 0 };
}
