import { type SQL, sql } from 'drizzle-orm';
import { listMonths } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';

/** A month (`2022-10`) or a year (`2022`) with the number of its posts; null while it is not counted. */
export interface PeriodCount {
  period: string;
  count: number | null;
}

/** The menu of the archive: the months of one year, and the other years. Both newest first. */
export interface ArchiveMenu {
  /** Null in a menu of years only. */
  year: string | null;
  months: PeriodCount[];
  years: PeriodCount[];
}

/**
 * Selects `month` and `posts` of every month that has posts. The newest month is not counted: with its number in the
 * menu, every post that is published would change every page that has the menu, and all of them would be rendered
 * again.
 */
export function countedMonths(language?: LanguageCode): SQL {
  const isWanted = language ? sql`where ${listMonths.language} = ${language}` : sql``;
  const newest = sql`(select max(${listMonths.month}) from ${listMonths} ${isWanted})`;
  return sql`select month, case when month < ${newest} then sum(posts) end as posts
    from ${listMonths} ${isWanted} group by month`;
}

/**
 * Makes the menu from the months that have posts.
 * @param year the year whose months it shows; without one, or if the year has no posts, the newest.
 * @returns null if there are no posts.
 */
export function archiveMenu(months: PeriodCount[], year?: string): ArchiveMenu | null {
  const newestFirst = months.toSorted((a, b) => (a.period < b.period ? 1 : -1));
  const years = new Map<string, PeriodCount[]>();
  for (const month of newestFirst) {
    const key = yearOf(month.period);
    years.set(key, [...(years.get(key) ?? []), month]);
  }
  const [newest] = years.keys();
  if (newest === undefined) return null;
  const shown = year !== undefined && years.has(year) ? year : newest;
  const others = [...years].filter(([key]) => key !== shown);
  return {
    year: shown,
    months: years.get(shown) ?? [],
    years: others.map(([period, itsMonths]) => ({ period, count: sumOf(itsMonths) })),
  };
}

/** Returns the year of a period: `2022` of `2022-10`. */
export function yearOf(period: string): string {
  return period.slice(0, 4);
}

/** A year with a month that is not counted is not counted either. */
function sumOf(months: PeriodCount[]): number | null {
  return months.reduce<number | null>(
    (sum, { count }) => (sum === null || count === null ? null : sum + count),
    0,
  );
}
