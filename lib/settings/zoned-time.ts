import { TZDate } from '@date-fns/tz';

/**
 * The instant (epoch ms) of a wall-clock time in a zone.
 * @param local as `<input type="datetime-local">` gives it: `2026-11-23T18:30`.
 * @returns null when `local` is not such a time.
 */
export function zonedInstant(local: string, timeZone: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(local);
  if (!match) return null;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map(Number);
  return new TZDate(year, month - 1, day, hour, minute, timeZone).getTime();
}

/** The wall-clock time of an instant, in the form of `<input type="datetime-local">`. */
export function zonedLocal(instant: number, timeZone: string): string {
  const date = new TZDate(instant, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The month of an instant in a zone, as `2022-10`. */
export function zonedMonth(instant: number, timeZone: string): string {
  return zonedLocal(instant, timeZone).slice(0, 7);
}
