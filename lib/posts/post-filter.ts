import { z } from 'zod';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { POST_STATUSES } from '@/lib/visibility';

/** The sort orders of the admin's list; `best` is for searches. */
export const SORTS = ['written', 'oldest', 'published', 'publishedOldest', 'headline', 'best'] as const;
export type PostSort = (typeof SORTS)[number];

const id = z.coerce.number().int().positive().optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined);

/**
 * The filter of the admin's list, as in its address; unknown values are treated as absent. `from` and `to`
 * are days in the publication's zone, both included. Without a status: all but the bin.
 */
export const PostFilter = z.object({
  status: z.enum(POST_STATUSES).optional().catch(undefined),
  kind: z.enum(['post', 'page']).optional().catch(undefined),
  language: z.enum(LANGUAGE_CODES).optional().catch(undefined),
  topicId: id,
  authorId: id,
  from: day,
  to: day,
  q: z.string().trim().max(200).optional().catch(undefined),
  sort: z.enum(SORTS).optional().catch(undefined),
});
export type PostFilter = z.infer<typeof PostFilter>;

/** Formats a filter as the query of an address; equal filters give equal queries. */
export function queryOf(filter: PostFilter): string {
  const said = Object.entries(PostFilter.parse(filter)).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(said).toString();
}

/** Parses the filter in a query. */
export function filterOf(query: string): PostFilter {
  return PostFilter.parse(Object.fromEntries(new URLSearchParams(query)));
}
