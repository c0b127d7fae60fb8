import { and, asc, eq, exists, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { posts, series } from '@/db/schema';
import { mayEditLabels } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { because, requireForm } from '@/lib/forms';
import { LANGUAGE_CODES, type LanguageCode, type LocalText, localText } from '@/lib/language/languages';
import { freeOwnSlug } from '@/lib/language/slug-from';
import { requirePicture } from '@/lib/media/require-picture';
import { isListedByOtherIndex } from '@/lib/posts/visible-posts';
import { LocalTextSchema } from '@/lib/settings/site';

/** Posts in a fixed order under a name. */
export interface Series {
  id: number;
  slug: string;
  name: LocalText;
  description: LocalText;
  mediaId: string | null;
  isSample: boolean;
}

/** The fields of a series; an empty slug is derived from the name. */
export const SeriesInput = z.object({
  name: LocalTextSchema.refine((name) => Object.values(name).some(Boolean), because('nameSeries')),
  description: LocalTextSchema,
  slug: z.string().max(100).optional(),
  mediaId: z.string().max(40).nullish(),
  isSample: z.boolean().optional(),
});
export type SeriesInput = z.infer<typeof SeriesInput>;

/** Lists all series, by slug. */
export function listSeries(db: Db | Tx): Series[] {
  return db.select().from(series).orderBy(asc(series.slug)).all();
}

/** Lists the series that have live posts, in one language if given, by slug. */
export function listSeriesInUse(db: Db, language?: LanguageCode): Series[] {
  // Uses the index of the series, not the one that lists every post.
  const isInLists = and(isListedByOtherIndex, eq(posts.kind, 'post'));
  const inLanguage = language ? eq(posts.language, language) : undefined;
  const uses = db
    .select({ one: sql`1` })
    .from(posts)
    .where(and(eq(posts.seriesId, series.id), isInLists, inLanguage));
  return db.select().from(series).where(exists(uses)).orderBy(asc(series.slug)).all();
}

/** Finds the series with `slug`, or null. */
export function findSeries(db: Db, slug: string): Series | null {
  return db.select().from(series).where(eq(series.slug, slug)).get() ?? null;
}

/** @throws Refusal `not_found` when there is no such series. */
export function requireSeries(tx: Tx, id: number): Series {
  const found = tx.select().from(series).where(eq(series.id, id)).get();
  if (!found) throw gone();
  return found;
}

/** Adds a series without parts. */
export const createSeries = command('createSeries', mayEditLabels, (tx, input: SeriesInput) => {
  const { id: seriesId } = tx
    .insert(series)
    .values({ ...parseSeries(tx, input, 0), isSample: input.isSample ?? false })
    .returning({ id: series.id })
    .get();
  return { seriesId };
});

/** Changes the text, picture or slug of a series. */
export const updateSeries = command(
  'updateSeries',
  mayEditLabels,
  (tx, { id, ...input }: SeriesInput & { id: number }) => {
    const values = parseSeries(tx, input, id);
    if (tx.update(series).set(values).where(eq(series.id, id)).run().changes === 0) throw gone();
    return { seriesId: id };
  },
);

/** Deletes a series; its posts stay, without it. */
export const deleteSeries = command('deleteSeries', mayEditLabels, (tx, { id }: { id: number }) => {
  tx.update(posts).set({ seriesId: null, seriesPart: null }).where(eq(posts.seriesId, id)).run();
  if (tx.delete(series).where(eq(series.id, id)).run().changes === 0) throw gone();
  return { seriesId: id };
});

function gone() {
  return new Refusal('not_found', 'seriesGone');
}

function parseSeries(tx: Tx, input: SeriesInput, id: number) {
  const { name, description, slug, mediaId } = requireForm(SeriesInput, input);
  const rows = tx.select({ id: series.id, slug: series.slug }).from(series).all();
  const taken = rows.filter((row) => row.id !== id).map((row) => row.slug);
  return {
    name,
    description,
    mediaId: requirePicture(tx, mediaId),
    slug: freeOwnSlug(slug || localText(name, LANGUAGE_CODES[0]), taken),
  };
}
