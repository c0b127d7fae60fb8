import { eq, inArray } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { authors, posts, revisions } from '@/db/schema';
import type { MediaFacts } from '@/lib/document/media-facts';
import { withLeadWords } from '@/lib/media/lead-words';
import { findMediaFacts } from '@/lib/media/queries';
import type { Byline, BylineEntry, PostSummary, Writing } from './types';

/** The columns of a list row: never the body. */
const summary = {
  id: posts.id,
  slug: posts.slug,
  kind: posts.kind,
  language: posts.language,
  excerpt: posts.excerpt,
  wordCount: posts.wordCount,
  publishedAt: posts.publishedAt,
  updatedAt: posts.updatedAt,
  revisedAt: posts.revisedAt,
  headline: revisions.headline,
  standfirst: revisions.standfirst,
  byline: revisions.byline,
  leadMediaId: revisions.leadMediaId,
  leadWords: revisions.leadWords,
  source: revisions.source,
};

/** A row of `summary`; a draft in preview also gives one. */
type SummaryRow = Pick<typeof posts.$inferSelect & Writing, keyof typeof summary>;

/**
 * Loads the list rows of live posts, in the order of `ids`; three statements, however many posts there are.
 */
export function summariesByIds(db: Db | Tx, ids: number[]): PostSummary[] {
  if (ids.length === 0) return [];
  const rows = db
    .select(summary)
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(inArray(posts.id, ids))
    .all();
  const linked = linksOf(db, rows);
  const byId = new Map(rows.map((row) => [row.id, toSummary(row, linked)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What rows refer to, looked up for all rows at once. */
export interface Linked {
  authors: Map<number, Omit<Byline, 'name'>>;
  media: Map<string, MediaFacts>;
}

/** Looks up the authors and lead pictures of rows, two statements in total. */
export function linksOf(db: Db | Tx, rows: Pick<SummaryRow, 'byline' | 'leadMediaId'>[]): Linked {
  const authorIds = [...new Set(rows.flatMap((row) => row.byline.map((entry) => entry.authorId)))];
  const mediaIds = [...new Set(rows.flatMap((row) => row.leadMediaId ?? []))];
  const found = authorIds.length
    ? db
        .select({
          id: authors.id,
          slug: authors.slug,
          biography: authors.biography,
          isOrganisation: authors.isOrganisation,
        })
        .from(authors)
        .where(inArray(authors.id, authorIds))
        .all()
    : [];
  return {
    authors: new Map(found.map(({ id, ...author }) => [id, author])),
    media: findMediaFacts(db, mediaIds),
  };
}

/** Returns a row with its links as lists show it. */
export function toSummary(row: SummaryRow, linked: Linked): PostSummary {
  return {
    id: row.id,
    slug: row.slug,
    kind: row.kind,
    language: row.language,
    headline: row.headline,
    standfirst: row.standfirst,
    excerpt: row.excerpt,
    byline: bylineOf(row.byline, linked),
    publishedAt: row.publishedAt ?? 0,
    updatedAt: row.updatedAt ?? row.publishedAt ?? 0,
    revisedAt: row.revisedAt,
    wordCount: row.wordCount,
    leadMedia: leadOf(row, linked),
    sourcePublication: row.source?.publication || null,
  };
}

function leadOf({ leadMediaId, leadWords }: SummaryRow, { media }: Linked): MediaFacts | null {
  const found = leadMediaId ? media.get(leadMediaId) : undefined;
  return found ? withLeadWords(found, leadWords) : null;
}

function bylineOf(entries: BylineEntry[], linked: Linked): Byline[] {
  return entries.map(({ authorId, name }) => ({
    name,
    ...(linked.authors.get(authorId) ?? { slug: null, biography: {} }),
  }));
}
