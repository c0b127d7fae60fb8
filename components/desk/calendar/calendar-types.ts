import type { Answer } from '@/lib/errors';
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
  /** When it is published, epoch ms, if the person may move that; null for all others. */
  movableAt: number | null;
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

/** A change of the time of a scheduled post; times are epoch ms. */
export interface Move {
  postId: number;
  /** The time that the page shows. */
  from: number;
  at: number;
}

export type MoveAction = (move: Move) => Promise<Answer<unknown>>;
