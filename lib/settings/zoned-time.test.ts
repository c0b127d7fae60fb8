import { expect, test } from 'vitest';
import { zonedInstant, zonedInstants, zonedLocal, zonedMonth, zoneOffset } from './zoned-time';

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

test.each([
  ['Asia/Phnom_Penh', '2027-03-28T01:30', ['2027-03-27T18:30']],
  ['Europe/London', '2027-03-28T01:30', []],
  ['Europe/London', '2027-03-28T02:00', ['2027-03-28T01:00']],
  ['Europe/London', '2027-10-31T01:30', ['2027-10-31T00:30', '2027-10-31T01:30']],
  ['Europe/London', '2027-10-31T02:00', ['2027-10-31T02:00']],
  ['America/New_York', '2027-11-07T01:00', ['2027-11-07T05:00', '2027-11-07T06:00']],
  ['America/New_York', '2027-03-14T02:59', []],
  ['Australia/Lord_Howe', '2027-04-04T01:45', ['2027-04-03T14:45', '2027-04-03T15:15']],
  ['Pacific/Apia', '2011-12-30T12:00', []],
])('in %s, clocks show %s at %j', (zone, local, utc) => {
  expect(zonedInstants(local, zone).map((instant) => zonedLocal(instant, 'UTC'))).toEqual(utc);
});

test('what is not a time has no instants', () => {
  expect(zonedInstants('', 'Europe/London')).toEqual([]);
});

test('the offset of a zone is that of the instant', () => {
  expect(zoneOffset(Date.UTC(2027, 0, 1), 'Europe/London')).toBe('UTC+00:00');
  expect(zoneOffset(Date.UTC(2027, 6, 1), 'Europe/London')).toBe('UTC+01:00');
  expect(zoneOffset(Date.UTC(2027, 6, 1), 'America/St_Johns')).toBe('UTC-02:30');
});
