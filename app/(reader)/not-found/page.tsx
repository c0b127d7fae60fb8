import { Standfirst } from '@/components/reader/article/standfirst';
import { ListRail, WithRail } from '@/components/reader/site/list-rail';
import { SearchForm } from '@/components/reader/site/search-form';
import { database } from '@/lib/next/database';
import { listRail } from '@/lib/posts/list-rail';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () =>
  simpleMetadata({ path: '/not-found', titleOf: (words) => words.notFoundTitle, isUnlisted: true });

/** The page that the server sends with 404 or 410. */
export default function NotFoundPage() {
  const { words, language, site, only } = siteWords();
  const rail = listRail(database(), { shown: [], language: only });
  return (
    <SimplePage isSearch heading={words.notFoundTitle}>
      <WithRail rail={<ListRail rail={rail} language={language} dates={site} />}>
        <Standfirst className="my-6">{words.notFoundText}</Standfirst>
        <SearchForm language={language} id="search" />
      </WithRail>
    </SimplePage>
  );
}
