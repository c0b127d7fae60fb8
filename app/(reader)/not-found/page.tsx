import { Standfirst } from '@/components/reader/article/standfirst';
import { SearchForm } from '@/components/reader/site/search-form';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

export const generateMetadata = () =>
  simpleMetadata({ path: '/not-found', titleOf: (words) => words.notFoundTitle, isUnlisted: true });

/** The page that the server sends with 404 or 410. */
export default function NotFoundPage() {
  const { words, language } = siteWords();
  return (
    <SimplePage isSearch heading={words.notFoundTitle}>
      <Standfirst className="my-6">{words.notFoundText}</Standfirst>
      <SearchForm language={language} id="search" />
    </SimplePage>
  );
}
