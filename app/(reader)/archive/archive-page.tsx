import { notFound } from 'next/navigation';
import { archivePath } from '@/lib/addresses';
import { formatMonth } from '@/lib/language/dates';
import { database } from '@/lib/next/database';
import { archiveMonths } from '@/lib/posts/queries';
import { siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

/** Lists all months with posts by year, or those of the given year. */
export function ArchivePage({ year }: { year?: string }) {
  const { words, language, site } = siteWords();
  const months = archiveMonths(database()).filter(({ month }) => !year || month.startsWith(`${year}-`));
  if (year && months.length === 0) notFound();
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return (
    <SimplePage heading={year ? `${words.archive} ${year}` : words.archive}>
      {months.length === 0 && <p className="my-6">{words.nothingYet}</p>}
      {years.map((one) => (
        <div key={one} className="mt-6">
          {!year && (
            <h2>
              <a href={archivePath(one)}>{one}</a>
            </h2>
          )}
          <ul className="list-none columns-[10rem] py-4">
            {months
              .filter(({ month }) => month.startsWith(`${one}-`))
              .map(({ month, count }) => (
                <li key={month} className="py-2.5">
                  <a href={archivePath(month)}>{formatMonth(month, language, site, 'monthName')}</a>{' '}
                  <span className="text-small text-soft font-sans leading-none">{count}</span>
                </li>
              ))}
          </ul>
        </div>
      ))}
    </SimplePage>
  );
}
