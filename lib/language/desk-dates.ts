import { fill } from './fill';
import type { DeskStrings } from './strings';

type Words = DeskStrings['common'];

/**
 * Formats a day for the admin, as `24 Nov 2026`. Months come from the strings: browsers have data for few
 * languages, and Chromium would print English months in Khmer.
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

/** Formats a day and time for the admin, as `24 Nov 2026, 22:28`. */
export function deskMoment(instant: number, words: Words, timeZone: string): string {
  const { hour, minute } = partsOf(instant, timeZone);
  return fill(words.moment, { date: deskDate(instant, words, timeZone), time: `${hour}:${minute}` });
}

/** Returns the calendar numbers of an instant; every browser supports British English. */
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
