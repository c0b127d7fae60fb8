import { TZDate } from '@date-fns/tz';

/**
 * Converts a wall-clock time in a zone to its instant (epoch ms).
 * @param local as `<input type="datetime-local">` gives it: `2026-11-23T18:30`.
 * @returns null when `local` is not such a time.
 */
export function zonedInstant(local: string, timeZone: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  return new TZDate(year, month - 1, day, hour, minute, timeZone).getTime();
}

/** Formats an instant as a wall-clock time, in the form of `<input type="datetime-local">`. */
export function zonedLocal(instant: number, timeZone: string): string {
  const date = new TZDate(instant, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Formats the month of an instant in a zone, as `2022-10`. */
export function zonedMonth(instant: number, timeZone: string): string {
  return zonedLocal(instant, timeZone).slice(0, 7);
}
