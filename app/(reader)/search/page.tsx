import { PostCard } from '@/components/reader/article/post-card';
import { Pagination } from '@/components/reader/site/pagination';
import { SearchForm } from '@/components/reader/site/search-form';
import { SearchNarrowing } from '@/components/reader/site/search-narrowing';
import { Snippet } from '@/components/reader/site/snippet';
import { LIST } from '@/components/reader/site/styles';
import { searchPath } from '@/lib/addresses';
import { formatNumber } from '@/lib/language/dates';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';
import { outcomeOf } from './outcome-of';
import { requestSearch } from './request-search';

export const dynamic = 'force-dynamic';

/** Search engines may index the search form, but no results. */
export async function generateMetadata({ searchParams }: PageProps<'/search'>) {
  const isUnlisted = Object.keys(await searchParams).length > 0;
  return simpleMetadata({ path: '/search', titleOf: (words) => words.search, isUnlisted });
}

const PER_PAGE = 20;

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { words, language, site } = siteWords();
  const { asked, filters, found } = await requestSearch(await searchParams, PER_PAGE);
  const { q, page, ...chosen } = asked;
  return (
    <SimplePage isSearch heading={words.search}>
      <SearchForm language={language} id="search" q={q} className="my-6">
        <SearchNarrowing filters={filters} languages={site.languages} language={language} chosen={chosen} />
      </SearchForm>
      {found && (
        <p className="text-soft text-ui my-6 font-sans leading-loose" role="status">
          {outcomeOf(q, found, words, (n) => formatNumber(n, language, site))}
        </p>
      )}
      <div className={LIST}>
        {found?.hits.map(({ post, snippet }) => (
          <div key={post.id} className="border-rule border-b pb-5">
            <PostCard post={post} dates={site} place="found" />
            <Snippet parts={snippet} language={post.language} />
          </div>
        ))}
      </div>
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil((found?.total ?? 0) / PER_PAGE)}
        hrefOf={(to) => searchPath({ ...asked, page: String(to) })}
      />
    </SimplePage>
  );
}
