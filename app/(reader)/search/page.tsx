import { PostCard } from '@/components/article/post-card';
import { Pagination } from '@/components/site/pagination';
import { SearchForm } from '@/components/site/search-form';
import { Snippet } from '@/components/site/snippet';
import { database } from '@/lib/next/database';
import { searchPosts } from '@/lib/search/search-posts';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

/** Search engines may know the form, but not what people ask of it. */
export async function generateMetadata({ searchParams }: PageProps<'/search'>) {
  const isUnlisted = Object.keys(await searchParams).length > 0;
  return simpleMetadata({ path: '/search', titleOf: (words) => words.search, isUnlisted });
}

const PER_PAGE = 20;
const LONGEST_QUERY = 200;

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const { words, language, site } = siteWords();
  const asked = await searchParams;
  const q = String(asked.q ?? '')
    .slice(0, LONGEST_QUERY)
    .trim();
  const page = Math.max(1, Number.parseInt(String(asked.page ?? '1'), 10) || 1);
  const { hits, total } = q
    ? searchPosts(database(), { q, page, perPage: PER_PAGE })
    : { hits: [], total: 0 };
  return (
    <SimplePage isSearch heading={words.search}>
      <SearchForm language={language} id="search" q={q} />
      {q && (
        <p className="found" role="status">
          {total > 0 ? `${words.searchFound} ${total}` : `${words.searchNothing} “${q}”. ${words.searchTry}`}
        </p>
      )}
      <div className="list">
        {hits.map(({ post, snippet }) => (
          <div key={post.id} className="hit">
            <PostCard post={post} dates={site} />
            <Snippet parts={snippet} language={post.language} />
          </div>
        ))}
      </div>
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil(total / PER_PAGE)}
        hrefOf={(to) => `/search?q=${encodeURIComponent(q)}&page=${to}`}
      />
    </SimplePage>
  );
}
