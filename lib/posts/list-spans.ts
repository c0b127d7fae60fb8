import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { authorPosts, listMonths, listSpans, posts, site, topicPosts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { findSecondLanguages } from './second-languages';
import { isInLists } from './visible-posts';

/*
 * Pages of a list have numbers, and the page of a large list that is far from its start must not count all posts before
 * it. So triggers (migration 0012) keep how many posts a list has in each span of thirty days, and a page is found from
 * the spans: its total is their sum, and only the posts of one span are skipped.
 */

/**
 * Which listed posts a list wants, by one of these; a topic, an author or a month (`2022` or `2022-10`) may also have a
 * language.
 */
export interface ListFilter {
  language?: LanguageCode;
  /** All posts, but each only in the first of its languages, in the order of the settings. */
  isOnce?: boolean;
  topicId?: number;
  authorId?: number;
  month?: string;
}

/** Thirty days, as in the triggers. */
export const SPAN_MS = 30 * 24 * 60 * 60 * 1000;

/** Where a page of a list begins. */
export interface ListPlace {
  /** The posts of the whole list. */
  total: number;
  /** Only posts published before this instant follow, or null for all. */
  before: number | null;
  /** How many of those come before the page. */
  skip: number;
}

/** Finds where the page of a list begins that leaves out its first `offset` posts. */
export function placeInList(db: Db, filter: ListFilter, offset: number): ListPlace {
  if (filter.month) return { total: countInMonth(db, filter), before: null, skip: offset };
  let total = 0;
  let place: Omit<ListPlace, 'total'> = { before: null, skip: 0 };
  for (const { startsAt, posts: inSpan } of spansOf(db, filter)) {
    if (total <= offset) place = { before: startsAt + SPAN_MS, skip: offset - total };
    total += inSpan;
  }
  return { ...place, total };
}

/** Lists the spans of a list, newest first. */
function spansOf(db: Db, filter: ListFilter): { startsAt: number; posts: number }[] {
  const { list, owner } = listOf(filter);
  return db
    .select({ startsAt: listSpans.startsAt, posts: listSpans.posts })
    .from(listSpans)
    .where(and(eq(listSpans.list, list), eq(listSpans.owner, owner)))
    .orderBy(desc(listSpans.startsAt))
    .all();
}

function listOf({
  language,
  isOnce,
  topicId,
  authorId,
}: ListFilter): Pick<typeof listSpans.$inferSelect, 'list' | 'owner'> {
  const ownerOf = (id: number) => (language ? `${id}:${language}` : String(id));
  if (topicId !== undefined) return { list: 'topic', owner: ownerOf(topicId) };
  if (authorId !== undefined) return { list: 'author', owner: ownerOf(authorId) };
  if (language) return { list: 'language', owner: language };
  return { list: isOnce ? 'once' : 'all', owner: '' };
}

/** Counts the posts of a month (`2022-10`) or a year (`2022`). */
function countInMonth(db: Db, { month = '', language }: ListFilter): number {
  const row = db
    .select({ n: sql<number>`coalesce(sum(${listMonths.posts}), 0)` })
    .from(listMonths)
    .where(
      and(
        ...monthConditions(listMonths.month, month),
        language ? eq(listMonths.language, language) : undefined,
      ),
    )
    .get();
  return row?.n ?? 0;
}

/** Returns the conditions for a column of months to be in a month or a year. */
export function monthConditions(
  column: typeof listMonths.month | typeof posts.publishedMonth,
  month: string,
): SQL[] {
  // ';' sorts just after every digit and '-', so this ends a year or a month.
  return [sql`${column} >= ${month}`, sql`${column} < ${`${month};`}`];
}

/**
 * Counts everything again that the triggers keep. It changes nothing in a database without errors; after a repair, pages
 * that were made from the wrong counts are made again.
 */
export function recountLists(tx: Tx): void {
  findSecondLanguages(tx);
  const areSpansRepaired = replaceIfDifferent(
    tx,
    sql`list_spans`,
    sql`list, owner, starts_at, posts`,
    countSpans(),
  );
  const areMonthsRepaired = replaceIfDifferent(
    tx,
    sql`list_months`,
    sql`month, language, posts`,
    sql`
    select ${posts.publishedMonth} as month, ${posts.language} as language, count(*) as posts from ${listed()}
    and ${posts.publishedMonth} is not null group by 1, 2`,
  );
  if (areSpansRepaired || areMonthsRepaired)
    tx.update(site)
      .set({ contentVersion: sql`${site.contentVersion} + 1` })
      .run();
  replaceIfDifferent(
    tx,
    sql`desk_counts`,
    sql`created_by, status, posts`,
    sql`
    select coalesce(created_by, 0) as created_by, status, count(*) as posts from desk_posts group by 1, 2`,
  );
}

/** Returns the posts that lists have, as what follows `from`. */
function listed(): SQL {
  return sql`${posts} where ${isInLists} and ${posts.publishedAt} is not null`;
}

/** Returns the query that counts the posts of every list in each span. */
function countSpans(): SQL {
  const spanOf = (column: SQL) => sql`${column} - (${column} % ${SPAN_MS} + ${SPAN_MS}) % ${SPAN_MS}`;
  const counted = (list: string, owner: SQL, at: SQL, from: SQL) =>
    sql`select ${list} as list, ${owner} as owner, ${spanOf(at)} as starts_at, count(*) as posts from ${from} group by 2, 3`;
  const at = sql`${posts.publishedAt}`;
  return sql.join(
    [
      counted('all', sql`''`, at, listed()),
      counted('language', sql`${posts.language}`, at, listed()),
      counted('once', sql`''`, at, sql`${listed()} and ${posts.isSecondLanguage} = 0`),
      ...[
        { list: 'topic', table: topicPosts, id: topicPosts.topicId },
        { list: 'author', table: authorPosts, id: authorPosts.authorId },
      ].flatMap(({ list, table, id }) => [
        counted(list, sql`cast(${id} as text)`, sql`${table.publishedAt}`, sql`${table}`),
        counted(list, sql`${id} || ':' || ${table.language}`, sql`${table.publishedAt}`, sql`${table}`),
      ]),
    ],
    sql` union all `,
  );
}

/** Replaces the rows of a table. @returns whether it had others. */
function replaceIfDifferent(tx: Tx, table: SQL, columns: SQL, rows: SQL): boolean {
  const differ = tx.get(sql`
    select 1 from (select * from (${rows}) except select ${columns} from ${table})
    union all select 1 from (select ${columns} from ${table} except select * from (${rows})) limit 1`);
  if (!differ) return false;
  tx.run(sql`delete from ${table}`);
  tx.run(sql`insert into ${table} (${columns}) ${rows}`);
  return true;
}
