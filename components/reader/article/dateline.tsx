import { type DateSettings, formatDate } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';

interface Props {
  /** Epoch ms. */
  at: number;
  language: LanguageCode;
  dates: DateSettings;
}

/** Shows a date in the post's language and the publication's zone. */
export function Dateline({ at, language, dates }: Props) {
  return <time dateTime={new Date(at).toISOString()}>{formatDate(at, language, dates)}</time>;
}
