import { PlaceList } from '@/components/reader/site/place-list';
import { database } from '@/lib/next/database';
import { listSeriesInUse } from '@/lib/series/series';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/series', titleOf: (words) => words.series });

export default function SeriesIndexPage() {
  const { words, language, only } = siteWords();
  return (
    <SimplePage heading={words.series}>
      <PlaceList folder="series" places={listSeriesInUse(database(), only)} language={language} />
    </SimplePage>
  );
}
