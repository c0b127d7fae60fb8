import { Badge, STATUS_TONES } from '@/components/desk/ui/badge';
import type { LanguageCode } from '@/lib/language/languages';
import type { PostStatus } from '@/lib/visibility';

/** A post on a day of the calendar, with its texts in the language of the admin. */
export interface CalendarPost {
  id: number;
  href: string;
  headline: string;
  lang: LanguageCode | undefined;
  time: string;
  status: PostStatus;
  statusWords: string;
}

/** A day of the calendar. */
export interface CalendarDay {
  /** `2026-11-02` */
  day: string;
  /** The whole date, for a list and for screen readers. */
  name: string;
  /** From 0 for Monday. */
  placeInWeek: number;
  isToday: boolean;
  posts: CalendarPost[];
}

interface MonthCalendarProps {
  days: CalendarDay[];
  /** From Monday. */
  weekdays: string[];
}

const COLUMNS = [
  'md:col-start-1',
  'md:col-start-2',
  'md:col-start-3',
  'md:col-start-4',
  'md:col-start-5',
  'md:col-start-6',
  'md:col-start-7',
];

/** Shows a month: as a grid of weeks, and on a narrow screen as a list of the days that have posts. */
export function MonthCalendar({ days, weekdays }: MonthCalendarProps) {
  return (
    <>
      <div aria-hidden="true" className="text-small text-soft hidden grid-cols-7 md:grid">
        {weekdays.map((name) => (
          <span key={name} className="px-2 py-1">
            {name}
          </span>
        ))}
      </div>
      <ol className="border-rule grid border-t md:grid-cols-7 md:border-l">
        {days.map((day) => (
          <Day key={day.day} {...day} />
        ))}
      </ol>
    </>
  );
}

function Day({ day, name, placeInWeek, isToday, posts }: CalendarDay) {
  const isFirst = day.endsWith('-01');
  return (
    <li
      className={`border-rule aria-[current]:bg-wash grid min-w-0 content-start gap-1.5 border-b p-2 md:min-h-28 md:border-r ${posts.length === 0 ? 'max-md:hidden' : ''} ${isFirst ? COLUMNS[placeInWeek] : ''}`}
      aria-current={isToday ? 'date' : undefined}
    >
      <time dateTime={day} className="text-small text-soft aria-[current]:font-bold">
        <span className="md:sr-only">{name}</span>
        <span aria-hidden="true" className="max-md:hidden">
          {Number(day.slice(8))}
        </span>
      </time>
      {posts.map((post) => (
        <a
          key={post.id}
          href={post.href}
          className="text-small grid min-w-0 gap-0.5 leading-snug hover:underline"
        >
          <span className="flex flex-wrap items-center gap-x-2">
            <span className="text-soft tabular-nums">{post.time}</span>
            <Badge tone={STATUS_TONES[post.status]}>{post.statusWords}</Badge>
          </span>
          <span lang={post.lang} className="wrap-anywhere">
            {post.headline}
          </span>
        </a>
      ))}
    </li>
  );
}
