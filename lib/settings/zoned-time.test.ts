import { expect, test } from 'vitest';
import { zonedInstant, zonedLocal, zonedMonth } from './zoned-time';

test('a wall-clock time is read in the publication’s zone', () => {
  expect(zonedInstant('2026-11-23T18:30', 'Asia/Phnom_Penh')).toBe(Date.UTC(2026, 10, 23, 11, 30));
  expect(zonedInstant('2026-07-01T00:00', 'Europe/Paris')).toBe(Date.UTC(2026, 5, 30, 22));
  expect(zonedInstant('tomorrow', 'Europe/Paris')).toBeNull();
});

test('an instant converts to a wall-clock time and back', () => {
  const instant = Date.UTC(2026, 1, 3, 4, 5);
  for (const zone of ['Asia/Phnom_Penh', 'America/New_York', 'UTC']) {
    expect(zonedInstant(zonedLocal(instant, zone), zone)).toBe(instant);
  }
});

test('a month starts at midnight of the zone', () => {
  expect(zonedMonth(Date.UTC(2022, 9, 31, 18), 'Asia/Phnom_Penh')).toBe('2022-11');
});
