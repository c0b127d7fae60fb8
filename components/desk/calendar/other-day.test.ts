import { expect, test } from 'vitest';
import { dayAfter, onOtherDay } from './other-day';

const ZONE = 'Europe/London';
const at = (iso: string) => Date.parse(`${iso}:00Z`);

test('on another day, clocks show the same time, also after they have changed', () => {
  expect(onOtherDay(at('2027-03-26T08:30'), '2027-03-27', ZONE)).toEqual({
    kind: 'move',
    at: at('2027-03-27T08:30'),
  });
  expect(onOtherDay(at('2027-03-26T08:30'), '2027-03-29', ZONE)).toEqual({
    kind: 'move',
    at: at('2027-03-29T07:30'),
  });
});

test('the day is that of the publication’s zone', () => {
  const night = at('2026-11-24T18:00');
  expect(onOtherDay(night, '2026-11-25', 'Asia/Phnom_Penh')).toEqual({ kind: 'same' });
  expect(onOtherDay(night, '2026-11-24', 'Asia/Phnom_Penh')).toEqual({
    kind: 'move',
    at: at('2026-11-23T18:00'),
  });
});

test('a time that clocks skip on that day, or show twice, is asked for', () => {
  const skipped = { local: '2027-03-28T01:30', isSecond: false };
  expect(onOtherDay(at('2027-03-26T01:30'), '2027-03-28', ZONE)).toEqual({ kind: 'ask', time: skipped });
  const doubled = { local: '2027-10-31T01:30', isSecond: false };
  expect(onOtherDay(at('2027-11-01T01:30'), '2027-10-31', ZONE)).toEqual({ kind: 'ask', time: doubled });
});

test('the days next to a post may be in another month or year', () => {
  expect(dayAfter(at('2026-12-31T08:00'), 1, ZONE)).toBe('2027-01-01');
  expect(dayAfter(at('2027-03-01T08:00'), -1, ZONE)).toBe('2027-02-28');
  expect(dayAfter(at('2027-03-31T23:30'), 0, ZONE)).toBe('2027-04-01');
});
