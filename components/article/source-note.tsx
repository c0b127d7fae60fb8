import { formatDay } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Source } from '@/lib/posts/types';

/** Where a republished piece comes from, who wrote it, when, and by whose leave it stands here. */
export function SourceNote({ source, language }: { source: Source; language: LanguageCode }) {
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
          <time dateTime={source.publishedOn}>{formatDay(source.publishedOn, language)}</time>
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
