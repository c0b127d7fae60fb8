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

/** Longer than clocks ever skip: Samoa left out a whole day. */
const NEAR_MS = 36 * 60 * 60 * 1000;

/**
 * Returns the instants (epoch ms) at which clocks in a zone show a time: two when they go back over it, none when they
 * skip it or `local` is not a time.
 */
export function zonedInstants(local: string, timeZone: string): number[] {
  const asUtc = zonedInstant(local, 'UTC');
  if (asUtc === null) return [];
  const offsets = new Set([asUtc - NEAR_MS, asUtc + NEAR_MS].map((near) => zoneOffsetMs(near, timeZone)));
  return [...offsets]
    .map((offset) => asUtc - offset)
    .filter((instant) => zonedLocal(instant, timeZone) === local.slice(0, 16))
    .sort((one, other) => one - other);
}

/** Formats how far clocks in a zone are ahead of UTC at an instant, as `UTC+07:00`. */
export function zoneOffset(instant: number, timeZone: string): string {
  const minutes = Math.round(zoneOffsetMs(instant, timeZone) / 60_000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
}

function zoneOffsetMs(instant: number, timeZone: string): number {
  return -new TZDate(instant, timeZone).getTimezoneOffset() * 60_000;
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
