'use client';
import { useState } from 'react';
import type { CalendarDay, CalendarPost } from './calendar-types';
import { DayPost } from './day-post.client';
import { dayAfter } from './other-day';

interface WeeksProps {
  days: CalendarDay[];
  weekdays: string[];
  timeZone: string;
  /** Moves a post to a day, at its time. */
  onDay: (post: CalendarPost, day: string) => void;
  /** Asks for the time of a post. */
  onAsk: (post: CalendarPost) => void;
}

const COLUMNS = [
  'lg:col-start-1',
  'lg:col-start-2',
  'lg:col-start-3',
  'lg:col-start-4',
  'lg:col-start-5',
  'lg:col-start-6',
  'lg:col-start-7',
];

/** Shows the days of a month in a grid of weeks, and on a narrow screen as a list of those that have posts. */
export function Weeks({ days, weekdays, timeZone, onDay, onAsk }: WeeksProps) {
  const [dragged, setDragged] = useState<CalendarPost | null>(null);
  const drop = (day: string) => {
    setDragged(null);
    if (dragged) onDay(dragged, day);
  };
  const shift = (post: CalendarPost, by: number) =>
    post.movableAt !== null && onDay(post, dayAfter(post.movableAt, by, timeZone));
  return (
    <>
      <div aria-hidden="true" className="text-small text-soft hidden grid-cols-7 lg:grid">
        {weekdays.map((name) => (
          <span key={name} className="px-2 py-1">
            {name}
          </span>
        ))}
      </div>
      <ol className="border-rule grid border-t lg:grid-cols-7 lg:border-l">
        {days.map((day) => (
          <Day key={day.day} {...day} onDrop={dragged && (() => drop(day.day))}>
            {day.posts.map((post) => (
              <DayPost
                key={post.id}
                post={post}
                menuSide={day.placeInWeek < 3 ? 'right' : 'left'}
                onDrag={setDragged}
                onShift={(by) => shift(post, by)}
                onAsk={() => onAsk(post)}
              />
            ))}
          </Day>
        ))}
      </ol>
    </>
  );
}

interface DayProps extends CalendarDay {
  /** Takes what is dragged; null while nothing is. */
  onDrop: (() => void) | null;
  children: React.ReactNode;
}

function Day({ day, name, placeInWeek, isToday, posts, onDrop, children }: DayProps) {
  const [isOver, setOver] = useState(false);
  return (
    <li
      className={`border-rule data-over:bg-wash data-over:outline-accent aria-[current]:bg-wash grid min-w-0 grid-cols-1 content-start gap-1.5 border-b p-2 data-over:outline-2 data-over:-outline-offset-2 lg:min-h-28 lg:border-r ${posts.length === 0 ? 'max-lg:hidden' : ''} ${day.endsWith('-01') ? COLUMNS[placeInWeek] : ''}`}
      aria-current={isToday ? 'date' : undefined}
      data-day={day}
      data-over={(onDrop && isOver) || undefined}
      onDragOver={(event) => {
        if (!onDrop) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!onDrop) return;
        event.preventDefault();
        setOver(false);
        onDrop();
      }}
    >
      <time dateTime={day} className={`text-small ${isToday ? 'font-bold' : 'text-soft'}`}>
        <span className="lg:sr-only">{name}</span>
        <span aria-hidden="true" className="max-lg:hidden">
          {Number(day.slice(8))}
        </span>
      </time>
      {children}
    </li>
  );
}
