import { type DateSettings, formatDay } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Source } from '@/lib/posts/types';

interface Props {
  source: Source;
  language: LanguageCode;
  dates: DateSettings;
}

/** Says where a republished piece comes from, who wrote it, when, and by whose permission it is published here. */
export function SourceNote({ source, language, dates }: Props) {
  const words = stringsFor(language);
  return (
    <section className="source-note" aria-label={words.republished}>
      <p>
        {words.republishedFrom} <cite>{source.publication || source.agency}</cite>
        {source.agency && source.publication && ` (${words.agency}: ${source.agency})`}
      </p>
      {source.authors.length > 0 && (
        <p>
          {words.originalAuthors} {source.authors.join(words.listComma)}
        </p>
      )}
      {source.publishedOn && (
        <p>
          {words.originallyPublished}{' '}
          <time dateTime={source.publishedOn}>{formatDay(source.publishedOn, language, dates)}</time>
        </p>
      )}
      {source.rights && <p>{source.rights}</p>}
      {source.url && (
        <p>
          <a href={source.url}>{words.readOriginal}</a>
        </p>
      )}
    </section>
  );
}
