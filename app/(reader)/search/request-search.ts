import { z } from 'zod';
import { isLanguageCode } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { searchFilters } from '@/lib/posts/search-filters';
import { type SearchRequest, type SearchResult, searchPosts } from '@/lib/posts/search-posts';
import { suggestSpelling } from '@/lib/search/spelling';

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

/**
 * Returns everything that the search page shows. `respelt` is the corrected query that was searched for
 * instead.
 */
export function requestSearch(searchParams: Record<string, unknown>, perPage: number) {
  const db = database();
  const asked = Asked.parse(searchParams);
  const filters = searchFilters(db);
  const idOf = (choices: { slug: string; id: number }[], slug: string) =>
    choices.find((choice) => choice.slug === slug)?.id;
  const request: SearchRequest = {
    q: asked.q,
    page: asked.page,
    perPage,
    language: isLanguageCode(asked.lang) ? asked.lang : undefined,
    topicId: idOf(filters.topics, asked.topic),
    authorId: idOf(filters.authors, asked.author),
    year: asked.year || undefined,
  };
  const result: SearchResult = asked.q ? searchPosts(db, request) : { hits: [], total: 0 };
  const instead = asked.q && result.total === 0 ? suggestSpelling(db, asked.q) : null;
  const second = instead ? searchPosts(db, { ...request, q: instead }) : null;
  return {
    asked,
    filters,
    ...(second?.total ? { ...second, respelt: instead } : { ...result, respelt: null }),
  };
}
