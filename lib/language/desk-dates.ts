import { fill } from './fill';
import type { DeskStrings } from './strings';

type Words = DeskStrings['common'];

/**
 * A day as the author's side writes it, as `24 Nov 2026`. Months come from the strings: browsers know
 * few languages by themselves, and Chromium would print English ones in Khmer.
 * @param instant epoch ms.
 * @param timeZone the publication's.
 */
export function deskDate(instant: number, words: Words, timeZone: string): string {
  const { day, month, year = '' } = partsOf(instant, timeZone);
  return fill(words.date, {
    day: Number(day),
    month: words.months.split(' ')[Number(month) - 1] ?? '',
    year,
  });
}

/** A day and time as the author's side writes it, as `24 Nov 2026, 22:28`. */
export function deskMoment(instant: number, words: Words, timeZone: string): string {
  const { hour, minute } = partsOf(instant, timeZone);
  return fill(words.moment, { date: deskDate(instant, words, timeZone), time: `${hour}:${minute}` });
}

/** The calendar's numbers at an instant; every browser knows British English. */
function partsOf(instant: number, timeZone: string): Partial<Record<string, string>> {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
