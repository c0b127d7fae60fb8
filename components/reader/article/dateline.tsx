import { type DateSettings, formatDate } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';

interface Props {
  /** Epoch ms. */
  at: number;
  language: LanguageCode;
  dates: DateSettings;
  isBold?: boolean;
}

/** Shows a date in the post's language and the publication's zone. */
export function Dateline({ at, language, dates, isBold = false }: Props) {
  return (
    <time dateTime={new Date(at).toISOString()} className={isBold ? 'font-bold' : undefined}>
      {formatDate(at, language, dates)}
    </time>
  );
}
