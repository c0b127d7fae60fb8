import { PlaceList } from '@/components/reader/site/place-list';
import { listTopicsInUse } from '@/lib/labels/topics';
import { database } from '@/lib/next/database';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/topics', titleOf: (words) => words.topics });

export default function TopicsPage() {
  const { words, language, only } = siteWords();
  return (
    <SimplePage heading={words.topics}>
      <PlaceList folder="topics" places={listTopicsInUse(database(), only)} language={language} />
    </SimplePage>
  );
}
