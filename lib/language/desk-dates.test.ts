import { expect, test } from 'vitest';
import { formatDate } from './dates';
import { deskDate, deskMoment } from './desk-dates';
import { LANGUAGE_CODES } from './languages';
import { deskStringsFor } from './strings';

const ZONE = 'Asia/Phnom_Penh';
const NEARLY_MIDNIGHT = Date.parse('2026-11-24T17:05:00Z');

test('an instant is shown in the publication’s zone, on a 24-hour clock', () => {
  expect(deskMoment(NEARLY_MIDNIGHT, deskStringsFor('en').common, ZONE)).toBe('25 Nov 2026, 00:05');
  expect(deskMoment(NEARLY_MIDNIGHT, deskStringsFor('en').common, 'UTC')).toBe('24 Nov 2026, 17:05');
  expect(deskMoment(NEARLY_MIDNIGHT, deskStringsFor('km').common, ZONE)).toBe('25 វិច្ឆិកា 2026 ម៉ោង 00:05');
});

test('the months equal those of a server that has every language', () => {
  const dates = { timeZone: 'UTC', hasOwnDigits: false };
  for (const language of LANGUAGE_CODES) {
    for (let month = 0; month < 12; month += 1) {
      const instant = Date.UTC(2026, month, 9);
      expect(deskDate(instant, deskStringsFor(language).common, 'UTC')).toBe(
        formatDate(instant, language, dates, 'shortDay'),
      );
    }
  }
});
