import { PostCard } from '@/components/reader/article/post-card';
import { ListRail, WithRail } from '@/components/reader/site/list-rail';
import { Pagination } from '@/components/reader/site/pagination';
import { SearchForm } from '@/components/reader/site/search-form';
import { SearchNarrowing } from '@/components/reader/site/search-narrowing';
import { Snippet } from '@/components/reader/site/snippet';
import { LIST } from '@/components/reader/site/styles';
import { searchPath } from '@/lib/addresses';
import { formatNumber } from '@/lib/language/dates';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { Site } from '@/lib/settings/site';
import { type AnsweredSearch, RESULTS_PER_PAGE } from './answer-search';
import { outcomeOf } from './outcome-of';

interface Props extends AnsweredSearch {
  site: Site;
  /** The language of the page. */
  language: LanguageCode;
}

/** Shows a search and what it found: all of the search page that differs between searches. */
export function SearchContent({ site, language, asked, filters, found, rail }: Props) {
  const words = stringsFor(language);
  const { q, page, ...chosen } = asked;
  return (
    <WithRail rail={<ListRail rail={rail} language={language} dates={site} />}>
      <SearchForm language={language} id="search" q={q} className="my-6">
        <SearchNarrowing
          filters={filters}
          languages={site.languages}
          language={language}
          dates={site}
          chosen={chosen}
        />
      </SearchForm>
      {found && (
        <p className="text-soft text-ui km:leading-open my-6 font-sans leading-loose" role="status">
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
        dates={site}
        page={page}
        pages={Math.ceil((found?.total ?? 0) / RESULTS_PER_PAGE)}
        hrefOf={(to) => searchPath({ ...asked, page: String(to) })}
        labels={{ previous: words.previousResults, next: words.moreResults }}
      />
    </WithRail>
  );
}
