import { LANGUAGES, type LanguageCode } from './languages';

const STYLES = {
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  monthName: { month: 'long' },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

/** A date in words, as `6 November 2022` or `៦ វិច្ឆិកា ២០២២`. @param instant epoch ms. */
export function formatDate(
  instant: number,
  language: LanguageCode,
  timeZone: string,
  style: keyof typeof STYLES = 'day',
): string {
  return new Intl.DateTimeFormat(LANGUAGES[language].intlLocale, { ...STYLES[style], timeZone }).format(
    instant,
  );
}

/** A month such as `2022-10` in words. */
export function formatMonth(
  month: string,
  language: LanguageCode,
  style: 'month' | 'monthName' = 'month',
): string {
  return formatDate(Date.parse(`${month}-15T12:00:00Z`), language, 'UTC', style);
}

/** A day such as `2022-11-02`, which has no zone, in words. */
export function formatDay(day: string, language: LanguageCode): string {
  return formatDate(Date.parse(`${day}T12:00:00Z`), language, 'UTC');
}
