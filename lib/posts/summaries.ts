import { eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { authors, corrections, posts, revisions, topics } from '@/db/schema';
import type { MediaFacts } from '@/lib/document/media-facts';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { withLeadWords } from '@/lib/media/lead-words';
import { findMediaFacts } from '@/lib/media/queries';
import { LocalTextSchema } from '@/lib/settings/site';
import { LISTED_STATUSES } from '@/lib/visibility';
import type { Byline, BylineEntry, PostSummary, TopicLink, Writing } from './types';

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

/** The versions of a post in other languages that lists lead to, as JSON. */
const otherLanguages = sql<string>`(
  select json_group_array(json_object('language', other.language, 'slug', other.slug)) from posts other
  where other.translation_group_id = ${posts.translationGroupId} and other.id <> ${posts.id}
    and other.status in ${[...LISTED_STATUSES]})`;
const OtherLanguages = z.array(z.object({ language: z.enum(LANGUAGE_CODES), slug: z.string() }));

/** A row of `summary`; a draft in preview also gives one. */
type SummaryRow = Pick<typeof posts.$inferSelect & Writing, keyof typeof summary>;

/** Looked up in the same statement: a page has few. */
const labels = {
  /** The first topic that still exists, as JSON. */
  topic: sql<string | null>`(
    select json_object('slug', ${topics.slug}, 'name', json(${topics.name}))
    from json_each(${revisions.topicIds}) chosen join ${topics} on ${topics.id} = chosen.value
    order by chosen.key limit 1)`,
  correctedAt: sql<
    number | null
  >`(select max(${corrections.publishedAt}) from ${corrections} where ${corrections.postId} = ${posts.id})`,
};

const StoredTopic = z.object({ slug: z.string(), name: LocalTextSchema });

/**
 * Loads the list rows of live posts, in the order of `ids`; three statements, however many posts there are.
 */
export function summariesByIds(db: Db | Tx, ids: number[]): PostSummary[] {
  if (ids.length === 0) return [];
  const rows = db
    .select({ ...summary, ...labels, otherLanguages })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(inArray(posts.id, ids))
    .all();
  const linked = linksOf(db, rows);
  const byId = new Map(
    rows.map(({ topic, correctedAt, otherLanguages: others, ...row }) => [
      row.id,
      {
        ...toSummary(row, linked, {
          topic: topic === null ? null : StoredTopic.parse(JSON.parse(topic)),
          correctedAt,
        }),
        translations: OtherLanguages.parse(JSON.parse(others)),
      },
    ]),
  );
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** What rows refer to, looked up for all rows at once. */
export interface Linked {
  authors: Map<number, Omit<Byline, 'name' | 'portrait'> & { mediaId: string | null }>;
  /** Lead pictures and portraits. */
  media: Map<string, MediaFacts>;
}

/** Looks up the authors of rows, their portraits and the lead pictures, two statements in total. */
export function linksOf(db: Db | Tx, rows: Pick<SummaryRow, 'byline' | 'leadMediaId'>[]): Linked {
  const authorIds = [...new Set(rows.flatMap((row) => row.byline.map((entry) => entry.authorId)))];
  const { id, slug, biography, mediaId, isOrganisation } = authors;
  const found = authorIds.length
    ? db
        .select({ id, slug, biography, mediaId, isOrganisation })
        .from(authors)
        .where(inArray(authors.id, authorIds))
        .all()
    : [];
  const pictures = [...rows.map((row) => row.leadMediaId), ...found.map((author) => author.mediaId)];
  return {
    authors: new Map(found.map(({ id, ...author }) => [id, author])),
    media: findMediaFacts(
      db,
      pictures.filter((picture) => picture !== null),
    ),
  };
}

/** What a list shows of a post that is not in its text. */
interface Labels {
  topic: TopicLink | null;
  correctedAt: number | null;
}

/** Returns a row with its links as lists show it, without its translations. */
export function toSummary(
  row: SummaryRow,
  linked: Linked,
  { topic, correctedAt }: Labels,
): Omit<PostSummary, 'translations'> {
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
    topic,
    correctedAt,
    source: row.source,
  };
}

function leadOf({ leadMediaId, leadWords }: SummaryRow, { media }: Linked): MediaFacts | null {
  const found = leadMediaId ? media.get(leadMediaId) : undefined;
  return found ? withLeadWords(found, leadWords) : null;
}

function bylineOf(entries: BylineEntry[], { authors, media }: Linked): Byline[] {
  return entries.map(({ authorId, name }) => {
    const author = authors.get(authorId);
    if (!author) return { name, slug: null, biography: {}, portrait: null };
    const { mediaId, ...facts } = author;
    return { name, ...facts, portrait: (mediaId && media.get(mediaId)) || null };
  });
}
