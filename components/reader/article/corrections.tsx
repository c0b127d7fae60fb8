import type { DateSettings } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Correction } from '@/lib/posts/types';
import { COLUMN } from './column';
import { Dateline } from './dateline';

interface Props {
  corrections: Correction[];
  language: LanguageCode;
  dates: DateSettings;
}

/** Lists what was wrong in a post, and when each correction was made. */
export function Corrections({ corrections, language, dates }: Props) {
  if (corrections.length === 0) return null;
  return (
    <section className={`${COLUMN} border-rule mt-10 border-t pt-4 text-base`} aria-labelledby="corrections">
      <h2 id="corrections" className="text-body mb-2">
        {stringsFor(language).corrections}
      </h2>
      {corrections.map(({ id, note, publishedAt }) => (
        <p key={id}>
          <Dateline at={publishedAt} language={language} dates={dates} isBold /> {note}
        </p>
      ))}
    </section>
  );
}
