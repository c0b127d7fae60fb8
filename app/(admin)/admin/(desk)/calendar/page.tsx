import type { Metadata } from 'next';
import { z } from 'zod';
import type { CalendarDay, CalendarPost } from '@/components/desk/calendar/calendar-types';
import { MonthCalendar } from '@/components/desk/calendar/month-calendar.client';
import { EmptyState } from '@/components/desk/ui/empty-state';
import { hintStyle } from '@/components/desk/ui/field';
import { PageHead } from '@/components/desk/ui/page';
import { Pagination } from '@/components/desk/ui/pagination';
import { seesOnlyPostsOf } from '@/lib/accounts/policies';
import { actorOf } from '@/lib/actor';
import { adminPath, adminPostPath } from '@/lib/addresses';
import { formatDay, formatMonth } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import { LANGUAGES, type LanguageCode } from '@/lib/language/languages';
import type { DeskStrings } from '@/lib/language/strings';
import { database } from '@/lib/next/database';
import { deskLanguage, deskWords } from '@/lib/next/desk-language';
import { requireUser } from '@/lib/next/session';
import { daysOf, instantOf, listMonth, monthAfter, placeInWeek } from '@/lib/posts/calendar';
import type { ListedPost } from '@/lib/posts/list-posts';
import { readSite } from '@/lib/settings/site';
import { zonedLocal, zonedMonth } from '@/lib/settings/zoned-time';
import { NewPost } from '../new-post';
import { move } from './actions';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await deskWords()).posts.calendar };
}

/** A month of this or a near century. */
const Month = z.string().regex(/^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])$/);

/** Shows what is scheduled and published, month by month. */
export default async function CalendarPage({ searchParams }: PageProps<'/admin/calendar'>) {
  const user = await requireUser();
  const [words, language] = [await deskWords(), await deskLanguage()];
  const db = database();
  const { timeZone } = readSite(db);
  const now = Date.now();
  const month = Month.catch(zonedMonth(now, timeZone)).parse((await searchParams).month);
  const createdBy = seesOnlyPostsOf(actorOf(user));
  const mayMove = createdBy === undefined;
  const found = listMonth(db, month, timeZone, createdBy);
  const dates = { timeZone, hasOwnDigits: false };
  const today = zonedLocal(now, timeZone).slice(0, 10);
  const days = daysOf(month).map(
    (day): CalendarDay => ({
      day,
      name: formatDay(day, language, dates),
      placeInWeek: placeInWeek(day),
      isToday: day === today,
      posts: (found.get(day) ?? []).map((post) => ({
        ...postOf(post, words, timeZone),
        movableAt: mayMove && post.status === 'scheduled' ? post.scheduledAt : null,
      })),
    }),
  );
  const link = (months: number) => {
    const other = monthAfter(month, months);
    return { href: adminPath('calendar', { month: other }), name: formatMonth(other, language, dates) };
  };
  return (
    <>
      <PageHead title={formatMonth(month, language, dates)}>
        <NewPost />
      </PageHead>
      <Pagination
        className="mb-4 justify-between"
        label={words.posts.calendar}
        previous={link(-1)}
        next={link(1)}
      />
      {found.size === 0 && <EmptyState>{words.posts.nothingInMonth}</EmptyState>}
      <MonthCalendar days={days} weekdays={weekdaysIn(language)} timeZone={timeZone} move={move} />
      <p className={`mt-3 ${hintStyle}`}>{fill(words.posts.timesIn, { zone: timeZone })}</p>
      {mayMove && <p className={hintStyle}>{words.posts.moveHint}</p>}
    </>
  );
}

function postOf(post: ListedPost, words: DeskStrings, timeZone: string): Omit<CalendarPost, 'movableAt'> {
  const { id, headline, language, status } = post;
  return {
    id,
    status,
    href: adminPostPath(id),
    headline: headline || words.posts.noHeadline,
    lang: headline ? language : undefined,
    time: zonedLocal(instantOf(post), timeZone).slice(11),
    statusWords: words.status[status],
  };
}

/** A Monday. */
const MONDAY = Date.UTC(2026, 10, 30);
const DAY_MS = 24 * 60 * 60 * 1000;

function weekdaysIn(language: LanguageCode): string[] {
  const format = new Intl.DateTimeFormat(LANGUAGES[language].intlLocale, {
    weekday: 'short',
    timeZone: 'UTC',
  });
  return Array.from({ length: 7 }, (_none, index) => format.format(MONDAY + index * DAY_MS));
}
