import { topicPath } from '@/lib/addresses';
import { listTopicsInUse } from '@/lib/labels/topics';
import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/topics', titleOf: (words) => words.topics });

export default function TopicsPage() {
  const { words, language } = siteWords();
  const topics = listTopicsInUse(database());
  return (
    <SimplePage heading={words.topics}>
      {topics.length === 0 && <p className="empty">{words.nothingYet}</p>}
      <ul className="index index-topics">
        {topics.map(({ id, slug, name, description }) => (
          <li key={id}>
            <a href={topicPath(slug)}>{localText(name, language)}</a>
            <p>{localText(description, language)}</p>
          </li>
        ))}
      </ul>
    </SimplePage>
  );
}
