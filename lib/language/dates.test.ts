import { describe, expect, it } from 'vitest';
import { formatDate, formatDay, formatMonth } from './dates';

const NEARLY_MIDNIGHT = Date.parse('2022-11-05T18:30:00Z');

describe('dates', () => {
  it('are those of the publication’s zone', () => {
    expect(formatDate(NEARLY_MIDNIGHT, 'en', 'Asia/Phnom_Penh')).toBe('6 November 2022');
    expect(formatDate(NEARLY_MIDNIGHT, 'en', 'UTC')).toBe('5 November 2022');
  });

  it('have Khmer names of months and Khmer digits in Khmer', () => {
    expect(formatDate(NEARLY_MIDNIGHT, 'km', 'Asia/Phnom_Penh')).toBe('៦ វិច្ឆិកា ២០២២');
    expect(formatMonth('2022-10', 'km')).toBe('តុលា ២០២២');
  });

  it('without a zone stay the day that they are', () => {
    expect(formatDay('2022-11-02', 'en')).toBe('2 November 2022');
    expect(formatMonth('2022-10', 'en', 'monthName')).toBe('October');
  });
});
