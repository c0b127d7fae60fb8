import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { listMonths, posts, revisions } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { monthConditions } from './list-spans';
import { POSTS_PER_PAGE } from './page-numbers';
import type { BylineEntry } from './types';
import { isInLists } from './visible-posts';

/** A post in the archive of a year. */
export interface ArchivedPost {
  id: number;
  slug: string;
  headline: string;
  language: LanguageCode;
  /** Epoch ms. */
  publishedAt: number;
  /** The names as printed. */
  names: string[];
}

/** A month with its newest posts: all of them, or as many as the first page of the month has. */
export interface ArchivedMonth {
  month: string;
  count: number;
  posts: ArchivedPost[];
}

interface Row extends Omit<ArchivedPost, 'names'> {
  month: string;
  count: number;
  byline: string;
}

/**
 * Lists the months of a year with the headlines of each, newest first; one statement that reads some index rows of
 * each month, however many posts there are.
 * @param year four digits.
 */
export function listYear(
  db: Db,
  year: string,
  { language }: { language?: LanguageCode } = {},
): ArchivedMonth[] {
  const months = new Map<string, ArchivedMonth>();
  for (const { month, count, byline, ...post } of db.all<Row>(rowsOfYear(year, language))) {
    const listed = months.get(month) ?? { month, count, posts: [] };
    months.set(month, listed);
    listed.posts.push({ ...post, names: namesIn(byline) });
  }
  const newestFirst = (a: ArchivedPost, b: ArchivedPost) => b.publishedAt - a.publishedAt || b.id - a.id;
  for (const { posts: listed } of months.values()) listed.sort(newestFirst);
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}

function namesIn(byline: string): string[] {
  const entries: BylineEntry[] = JSON.parse(byline);
  return entries.map(({ name }) => name);
}

function rowsOfYear(year: string, language: LanguageCode | undefined) {
  const isMonthWanted = and(
    ...monthConditions(listMonths.month, year),
    language ? eq(listMonths.language, language) : undefined,
  );
  const isPostWanted = and(
    isInLists,
    sql`${posts.publishedMonth} = months.month`,
    language ? eq(posts.language, language) : undefined,
  );
  // The months must be read first: `cross join` keeps SQLite from another order.
  return sql`
    select months.month as month, months.posts as count, p.id as id, p.slug as slug, p.language as language,
      p.published_at as publishedAt, r.headline as headline, r.byline as byline
    from (select month, sum(posts) as posts from ${listMonths} where ${isMonthWanted} group by month) months
    cross join ${posts} p on p.id in (select ${posts.id} from ${posts} where ${isPostWanted}
      order by ${posts.publishedAt} desc, ${posts.id} desc limit ${POSTS_PER_PAGE})
    join ${revisions} r on r.id = p.live_revision_id`;
}
