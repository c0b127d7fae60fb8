import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatMonth, formatYear } from './dates';

const PHNOM_PENH = { timeZone: 'Asia/Phnom_Penh' };
const NEARLY_MIDNIGHT = Date.parse('2022-11-05T18:30:00Z');

describe('dates', () => {
  it('are in the publication’s time zone', () => {
    expect(formatDate(NEARLY_MIDNIGHT, 'en', PHNOM_PENH)).toBe('6 November 2022');
    expect(formatDate(NEARLY_MIDNIGHT, 'en', { timeZone: 'UTC' })).toBe('5 November 2022');
  });

  it('have Khmer month names and Khmer digits in Khmer', () => {
    expect(formatDate(NEARLY_MIDNIGHT, 'km', PHNOM_PENH)).toBe('៦ វិច្ឆិកា ២០២២');
    expect(formatMonth('2022-10', 'km', PHNOM_PENH)).toBe('តុលា ២០២២');
  });

  it('have Latin digits where the publication wants them', () => {
    expect(formatDate(NEARLY_MIDNIGHT, 'km', { ...PHNOM_PENH, hasOwnDigits: false })).toBe('6 វិច្ឆិកា 2022');
  });

  it('without a zone stay the same day', () => {
    expect(formatDay('2022-11-02', 'en', PHNOM_PENH)).toBe('2 November 2022');
    expect(formatMonth('2022-10', 'en', PHNOM_PENH, 'monthName')).toBe('October');
  });
});

it('a year has the digits of its language, or Latin ones, and no separator', () => {
  expect(formatYear('2022', 'km', {})).toBe('២០២២');
  expect(formatYear('2022', 'km', { hasOwnDigits: false })).toBe('2022');
  expect(formatYear('2022', 'en', {})).toBe('2022');
});
