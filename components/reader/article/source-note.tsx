import { type DateSettings, formatDay } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Source } from '@/lib/posts/types';
import { COLUMN } from './column';

interface Props {
  source: Source;
  language: LanguageCode;
  dates: DateSettings;
}

/** Says where a republished piece comes from, who wrote it, when, and by whose permission it is published here. */
export function SourceNote({ source, language, dates }: Props) {
  const words = stringsFor(language);
  return (
    <section className={`${COLUMN} ${NOTE}`} aria-label={words.republished}>
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
          <a href={source.url} className={PRINTED_ADDRESS}>
            {words.readOriginal}
          </a>
        </p>
      )}
    </section>
  );
}

const NOTE =
  'mt-10 bg-wash px-5 py-4 font-sans text-ui leading-meta print:break-inside-avoid print:border print:border-rule print:px-4 print:py-3';
/** A link cannot be followed on paper, so its address is after it. */
const PRINTED_ADDRESS =
  "print:after:text-[0.85em] print:after:wrap-anywhere print:after:content-['_('_attr(href)_')']";
