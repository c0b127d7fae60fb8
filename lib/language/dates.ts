import { LANGUAGES, type LanguageCode } from './languages';

const STYLES = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
  shortDay: { day: 'numeric', month: 'short', year: 'numeric' },
  moment: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** How a publication writes its dates and counts. */
export interface DateSettings {
  timeZone: string;
  /** False for Latin digits in every language; a language's own otherwise. */
  hasOwnDigits?: boolean;
}

/** What makes `Intl` write digits as the publication does. */
function digitsOf({ hasOwnDigits = true }: Pick<DateSettings, 'hasOwnDigits'>) {
  return hasOwnDigits ? {} : { numberingSystem: 'latn' };
}

/** A whole number in the digits that the publication writes. */
export function formatNumber(
  number: number,
  language: LanguageCode,
  dates: Pick<DateSettings, 'hasOwnDigits'>,
): string {
  return new Intl.NumberFormat(LANGUAGES[language].intlLocale, digitsOf(dates)).format(number);
}

/** A date in words, as `6 November 2022` or `៦ វិច្ឆិកា ២០២២`. @param instant epoch ms. */
export function formatDate(
  instant: number,
  language: LanguageCode,
  dates: DateSettings,
  style: keyof typeof STYLES = 'day',
): string {
  return new Intl.DateTimeFormat(LANGUAGES[language].intlLocale, {
    ...STYLES[style],
    ...digitsOf(dates),
    timeZone: dates.timeZone,
  }).format(instant);
}

/** A month such as `2022-10` in words. */
export function formatMonth(
  month: string,
  language: LanguageCode,
  dates: DateSettings,
  style: 'month' | 'monthName' = 'month',
): string {
  return formatDate(Date.parse(`${month}-15T12:00:00Z`), language, { ...dates, timeZone: 'UTC' }, style);
}

/** A day such as `2022-11-02`, which has no zone, in words. */
export function formatDay(day: string, language: LanguageCode, dates: DateSettings): string {
  return formatDate(Date.parse(`${day}T12:00:00Z`), language, { ...dates, timeZone: 'UTC' });
}
