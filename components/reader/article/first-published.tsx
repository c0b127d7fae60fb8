import { type DateSettings, formatDay } from '@/lib/language/dates';
import { fill } from '@/lib/language/fill';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Source } from '@/lib/posts/types';

interface Props {
  source: Source | null;
  language: LanguageCode;
  dates: DateSettings;
  className?: string;
}

/** Says where and when a republished piece was published first. */
export function FirstPublished({ source, language, dates, className = '' }: Props) {
  const publication = source?.publication || source?.agency;
  if (!source || !publication) return null;
  const words = stringsFor(language);
  const sentence = source.publishedOn
    ? fill(words.firstPublishedOn, { publication, date: formatDay(source.publishedOn, language, dates) })
    : fill(words.firstPublishedBy, { publication });
  return (
    <p data-part="first-published" className={`text-soft text-small leading-meta font-sans ${className}`}>
      {sentence}
    </p>
  );
}
