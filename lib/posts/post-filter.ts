import { z } from 'zod';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { POST_STATUSES } from '@/lib/visibility';

/** The orders of the author's list; `best` is for searches. */
export const SORTS = ['written', 'oldest', 'published', 'publishedOldest', 'headline', 'best'] as const;
export type PostSort = (typeof SORTS)[number];

const id = z.coerce.number().int().positive().optional().catch(undefined);
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .optional()
  .catch(undefined);

/**
 * What the author's list is narrowed to, as its address says it; what is not understood counts as not
 * said. `from` and `to` are days in the publication's zone, both included. Without a status: all but the bin.
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

/** A filter as the query of an address, the same for the same filter. */
export function queryOf(filter: PostFilter): string {
  const said = Object.entries(PostFilter.parse(filter)).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return new URLSearchParams(said).toString();
}

/** The filter that a query holds. */
export function filterOf(query: string): PostFilter {
  return PostFilter.parse(Object.fromEntries(new URLSearchParams(query)));
}
