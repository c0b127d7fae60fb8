import { SEARCH_SLOT } from '@/lib/posts/search-slot';
import { simpleMetadata, siteWords } from '../simple-metadata';
import { SimplePage } from '../simple-page';

export const dynamic = 'force-dynamic';

/** Search engines may index the search form, but no results. */
export async function generateMetadata({ searchParams }: PageProps<'/search'>) {
  const isUnlisted = Object.keys(await searchParams).length > 0;
  return simpleMetadata({ path: '/search', titleOf: (words) => words.search, isUnlisted });
}

/** Renders the frame of the search page: what depends on the search is filled in (`search-worker.tsx`). */
export default function SearchFrame() {
  const { words } = siteWords();
  return (
    <SimplePage isSearch heading={words.search}>
      <slot name={SEARCH_SLOT} />
    </SimplePage>
  );
}
