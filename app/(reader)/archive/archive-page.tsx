import { PlainLink } from '@/components/reader/article/plain-link';
import { archivePath } from '@/lib/addresses';
import { formatMonth, formatNumber, formatYear } from '@/lib/language/dates';
import { database } from '@/lib/next/database';
import { yearOf } from '@/lib/posts/archive-menu';
import { archiveMonths } from '@/lib/posts/queries';
import { siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

/** Lists all months with posts, by year. */
export function ArchivePage() {
  const { words, language, site, only } = siteWords();
  const months = archiveMonths(database(), { language: only });
  const years = [...new Set(months.map(({ month }) => yearOf(month)))];
  return (
    <SimplePage heading={words.archive}>
      {months.length === 0 && <p className="my-6">{words.nothingYet}</p>}
      {years.map((year) => (
        <section key={year} className="pt-8" aria-labelledby={`year-${year}`}>
          <h2 id={`year-${year}`} className="border-strong-rule text-card border-t-2 pt-2">
            <PlainLink href={archivePath(year)}>{formatYear(year, language, site)}</PlainLink>
          </h2>
          <ul className="grid list-none grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-x-6 pt-2">
            {months
              .filter(({ month }) => yearOf(month) === year)
              .map(({ month, count }) => (
                <li key={month} className="py-2.5">
                  <PlainLink href={archivePath(month)}>
                    {formatMonth(month, language, site, 'monthName')}
                  </PlainLink>{' '}
                  <span className="text-small text-soft font-sans leading-none">
                    {formatNumber(count, language, site)}
                  </span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </SimplePage>
  );
}
