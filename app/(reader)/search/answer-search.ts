import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { isLanguageCode } from '@/lib/language/languages';
import { type ListRail, listRail, RAIL_TOPICS } from '@/lib/posts/list-rail';
import type { SearchFilters } from '@/lib/posts/search-filters';
import type { SearchTask } from '@/lib/posts/search-in-thread';
import { type SearchPage, searchPage } from '@/lib/posts/search-page';
import { MAX_FOUND } from '@/lib/posts/search-posts';

/** Fewer than in other lists: each result costs a passage of its text. */
export const RESULTS_PER_PAGE = 10;
const LONGEST_QUERY = 200;
const text = z.string().trim().catch('');

/** A search as given in its address; invalid values are ignored. */
const Asked = z.object({
  q: text.transform((words) => words.slice(0, LONGEST_QUERY)),
  page: z.coerce.number().int().min(1).catch(1),
  lang: text,
  topic: text,
  author: text,
  year: text.pipe(
    z
      .string()
      .regex(/^(\d{4})?$/)
      .catch(''),
  ),
});

/** Everything that the search page shows; nothing is `found` until words are given. */
export interface AnsweredSearch {
  asked: z.output<typeof Asked>;
  filters: SearchFilters;
  found: SearchPage | null;
  /** What leads on; without results it has the newest posts. */
  rail: ListRail;
}

/**
 * Answers a search, in posts of all languages; what leads on is in the language that the address names.
 * @param filters those of this language.
 * @param elapsedMs see `searchPosts`.
 */
export function answerSearch(
  db: Db | Tx,
  { query, language, filters }: Pick<SearchTask, 'query' | 'language'> & { filters: SearchFilters },
  elapsedMs: () => number,
): AnsweredSearch {
  const asked = Asked.parse(Object.fromEntries(new URLSearchParams(query)));
  asked.page = Math.min(asked.page, Math.ceil(MAX_FOUND / RESULTS_PER_PAGE));
  const idOf = (choices: { slug: string; id: number }[], slug: string) =>
    choices.find((choice) => choice.slug === slug)?.id;
  const request = {
    q: asked.q,
    page: asked.page,
    perPage: RESULTS_PER_PAGE,
    language: isLanguageCode(asked.lang) ? asked.lang : undefined,
    topicId: idOf(filters.topics, asked.topic),
    authorId: idOf(filters.authors, asked.author),
    year: asked.year || undefined,
  };
  const found = asked.q ? searchPage(db, request, elapsedMs) : null;
  return {
    asked,
    filters,
    found,
    rail: found?.total ? railOf(filters) : listRail(db, { shown: [], language: language ?? undefined }),
  };
}

/** Next to results there are the topics and years by which they can be filtered, which are known already. */
function railOf({ topics, years }: SearchFilters): ListRail {
  const periods = years.map((period) => ({ period, count: null }));
  return {
    recent: [],
    topics: topics.filter(({ hasPage }) => hasPage).slice(0, RAIL_TOPICS),
    hasRecordings: false,
    archive: years.length === 0 ? null : { year: null, months: [], years: periods },
  };
}
