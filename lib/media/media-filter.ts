import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import {
  authors,
  media,
  mediaUses,
  revisions,
  revisionUses,
  series,
  site,
  snippetUses,
  templateUses,
  topics,
} from '@/db/schema';

const KINDS = ['picture', 'audio', 'video'] as const;
const SORTS = ['newest', 'oldest', 'largest', 'name'] as const;

/** A search in the library; invalid values in an address are ignored. */
export const MediaFilter = z.object({
  /** Words in the file's name, alt, caption or credit; all must match. */
  q: z.string().trim().max(200).optional().catch(undefined),
  kind: z.enum(KINDS).optional().catch(undefined),
  /** `alt`: pictures without alt text. */
  without: z.enum(['alt']).optional().catch(undefined),
  /** `none`: media that no text, topic, author, series, template or snippet shows, nor the publication itself. */
  used: z.enum(['none']).optional().catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
});
export type MediaFilter = z.infer<typeof MediaFilter>;

const MOST_WORDS = 8;
/** Authors of Khmer separate words with a zero-width space; people who search may leave it out. */
const ZERO_WIDTH = /\u200b/g;

/** Returns the condition of a filter, if any. */
export function mediaMatching({ q = '', kind, without, used }: MediaFilter): SQL | undefined {
  const words = q.normalize('NFC').replace(ZERO_WIDTH, '').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS);
  return and(
    ...words.map(saying),
    kind && eq(media.kind, kind),
    without && and(eq(media.kind, 'picture'), eq(media.alt, '')),
    used && unusedBy(),
  );
}

/** Returns the requested order; ties are in upload order. */
export function mediaOrder(sort: MediaFilter['sort'] = 'newest'): SQL[] {
  const orders = {
    newest: [desc(media.createdAt)],
    oldest: [asc(media.createdAt)],
    largest: [desc(media.bytes)],
    name: [sql`${media.originalName} collate nocase`],
  };
  return [...orders[sort], desc(media.id)];
}

/** Counts the posts that show a medium, in a draft or published. */
export function usesOf(uses: typeof mediaUses): SQL<number> {
  return sql<number>`(select count(*) from ${uses} where ${uses.mediaId} = ${media.id})`;
}

function saying(word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  // A word has no line break, so none is found across two fields.
  const fields = sql.join(
    [media.originalName, media.alt, media.caption, media.credit],
    sql` || char(10) || `,
  );
  return sql`replace(${fields}, char(8203), '') like ${pattern} escape '\\'`;
}

/**
 * Returns the condition that nothing shows a medium. Three look-ups in an index for each medium, of which the first mostly decides: current texts (their top and their
 * body), and the top and body of revisions. Labels, templates and snippets are few, and are looked up in one set.
 */
export function unusedBy(): SQL {
  const inBody = sql`${revisionUses.used} = 'medium' and ${revisionUses.usedId} = ${media.id}`;
  const others = [
    ...[topics, authors, series].map((table) => ({ table, column: table.mediaId })),
    { table: site, column: site.logoMediaId },
    { table: site, column: site.iconMediaId },
    { table: templateUses, column: templateUses.mediaId },
    { table: snippetUses, column: snippetUses.mediaId },
  ];
  const labels = others.map(
    ({ table, column }) => sql`select ${column} from ${table} where ${column} is not null`,
  );
  const conditions = [
    sql`not exists (select 1 from ${mediaUses} where ${mediaUses.mediaId} = ${media.id})`,
    sql`not exists (select 1 from ${revisions} where ${revisions.leadMediaId} = ${media.id})`,
    sql`not exists (select 1 from ${revisionUses} where ${inBody})`,
    sql`${media.id} not in (${sql.join(labels, sql` union all `)})`,
  ];
  return sql.join(conditions, sql` and `);
}
