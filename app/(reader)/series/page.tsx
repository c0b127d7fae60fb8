import { seriesPath } from '@/lib/addresses';
import { byName } from '@/lib/language/by-name';
import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { listSeriesInUse } from '@/lib/series/series';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/series', titleOf: (words) => words.series });

export default function SeriesIndexPage() {
  const { words, language, only } = siteWords();
  const series = byName(listSeriesInUse(database(), only), language);
  return (
    <SimplePage heading={words.series}>
      {series.length === 0 && <p className="my-6">{words.nothingYet}</p>}
      <ul className="list-none py-4">
        {series.map(({ id, slug, name, description }) => (
          <li key={id} className="py-2.5">
            <a href={seriesPath(slug)}>{localText(name, language)}</a>
            <p className="text-soft text-base">{localText(description, language)}</p>
          </li>
        ))}
      </ul>
    </SimplePage>
  );
}
