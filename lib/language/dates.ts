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
  /** False for Latin digits in every language; otherwise the language's own. */
  hasOwnDigits?: boolean;
}

/** Returns the `Intl` option for the publication's digits. */
function digitsOf({ hasOwnDigits = true }: Pick<DateSettings, 'hasOwnDigits'>) {
  return hasOwnDigits ? {} : { numberingSystem: 'latn' };
}

/** By what they depend on: making one takes a hundred times as long as using it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();

/** Formats a whole number in the publication's digits. */
export function formatNumber(
  number: number,
  language: LanguageCode,
  dates: Pick<DateSettings, 'hasOwnDigits'>,
): string {
  const key = `${language} ${dates.hasOwnDigits}`;
  let format = numberFormats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(LANGUAGES[language].intlLocale, digitsOf(dates));
    numberFormats.set(key, format);
  }
  return format.format(number);
}

/** Formats a date in words, as `6 November 2022` or `៦ វិច្ឆិកា ២០២២`. @param instant epoch ms. */
export function formatDate(
  instant: number,
  language: LanguageCode,
  dates: DateSettings,
  style: keyof typeof STYLES = 'day',
): string {
  const key = `${language} ${style} ${dates.hasOwnDigits} ${dates.timeZone}`;
  let format = dateFormats.get(key);
  if (!format) {
    const { intlLocale } = LANGUAGES[language];
    format = new Intl.DateTimeFormat(intlLocale, {
      ...STYLES[style],
      ...digitsOf(dates),
      timeZone: dates.timeZone,
    });
    dateFormats.set(key, format);
  }
  return format.format(instant);
}

/** Formats a month such as `2022-10` in words. */
export function formatMonth(
  month: string,
  language: LanguageCode,
  dates: DateSettings,
  style: 'month' | 'monthName' = 'month',
): string {
  return formatDate(Date.parse(`${month}-15T12:00:00Z`), language, { ...dates, timeZone: 'UTC' }, style);
}

/** Formats a year such as `2022` in the publication's digits. */
export function formatYear(
  year: string,
  language: LanguageCode,
  dates: Pick<DateSettings, 'hasOwnDigits'>,
): string {
  return Array.from(year, (digit) => formatNumber(Number(digit), language, dates)).join('');
}

/** Formats a day such as `2022-11-02`, which has no zone, in words. */
export function formatDay(day: string, language: LanguageCode, dates: DateSettings): string {
  return formatDate(Date.parse(`${day}T12:00:00Z`), language, { ...dates, timeZone: 'UTC' });
}
