import { topicPath } from '@/lib/addresses';
import { listTopicsInUse } from '@/lib/labels/topics';
import { byName } from '@/lib/language/by-name';
import { localText } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () => simpleMetadata({ path: '/topics', titleOf: (words) => words.topics });

export default function TopicsPage() {
  const { words, language, only } = siteWords();
  const topics = byName(listTopicsInUse(database(), only), language);
  return (
    <SimplePage heading={words.topics}>
      {topics.length === 0 && <p className="my-6">{words.nothingYet}</p>}
      <ul className="list-none py-4">
        {topics.map(({ id, slug, name, description }) => (
          <li key={id} className="not-first:border-rule km:leading-title py-2.5 not-first:border-t">
            <a
              href={topicPath(slug)}
              className="text-card leading-title font-bold no-underline hover:underline"
            >
              {localText(name, language)}
            </a>
            <p className="text-soft km:leading-title text-base">{localText(description, language)}</p>
          </li>
        ))}
      </ul>
    </SimplePage>
  );
}
