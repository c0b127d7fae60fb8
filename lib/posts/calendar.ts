import type { Db } from '@/db/client';
import { zonedLocal } from '@/lib/settings/zoned-time';
import { type ListedPost, listPosts } from './list-posts';

/** More than any month of a daily publication; the list of posts shows the rest. */
const MOST = 400;
const DAYS_OF_WEEK = 7;

/**
 * Lists what is scheduled and what was published in a month, by day (`2026-11-02`), each day in order of time.
 * @param month `2026-11`, in the publication’s zone.
 * @param createdBy the account whose posts alone are listed.
 */
export function listMonth(
  db: Db,
  month: string,
  timeZone: string,
  createdBy?: number,
): Map<string, ListedPost[]> {
  const days = daysOf(month);
  const range = { from: days[0], to: days.at(-1), sort: 'publishedOldest' as const, createdBy };
  const posts = (['published', 'scheduled'] as const).flatMap(
    (status) => listPosts(db, { ...range, status }, 1, MOST).posts,
  );
  const byDay = new Map<string, ListedPost[]>();
  for (const post of posts.sort((one, other) => instantOf(one) - instantOf(other))) {
    const day = zonedLocal(instantOf(post), timeZone).slice(0, 10);
    byDay.set(day, [...(byDay.get(day) ?? []), post]);
  }
  return byDay;
}

/** Returns when a post is or was published, epoch ms. */
export function instantOf({ status, scheduledAt, publishedAt }: ListedPost): number {
  return (status === 'scheduled' ? scheduledAt : publishedAt) ?? 0;
}

/** Returns the days of a month, as `2026-11-01`. */
export function daysOf(month: string): string[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const count = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return Array.from({ length: count }, (_none, index) => dayAfter(first, index));
}

/** Returns the month so many months after another one. */
export function monthAfter(month: string, months: number): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + months))
    .toISOString()
    .slice(0, 7);
}

/** Returns the place of a day in its week, from 0 for Monday. */
export function placeInWeek(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + DAYS_OF_WEEK - 1) % DAYS_OF_WEEK;
}

function dayAfter(first: number, days: number): string {
  const date = new Date(first);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
