import { formatDate } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';

interface Props {
  /** Epoch ms. */
  at: number;
  language: LanguageCode;
  timeZone: string;
}

/** A date in the post's language and the publication's zone. */
export function Dateline({ at, language, timeZone }: Props) {
  return <time dateTime={new Date(at).toISOString()}>{formatDate(at, language, timeZone)}</time>;
}
