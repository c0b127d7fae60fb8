import { z } from 'zod';
import { isLanguageCode } from '@/lib/language/languages';
import { database } from '@/lib/next/database';
import { searchFilters } from '@/lib/posts/search-filters';
import { searchInThread } from '@/lib/posts/search-in-thread';
import { MAX_FOUND } from '@/lib/posts/search-posts';

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

/** Returns everything that the search page shows. */
export async function requestSearch(searchParams: Record<string, unknown>, perPage: number) {
  const db = database();
  const asked = Asked.parse(searchParams);
  const filters = searchFilters(db);
  const idOf = (choices: { slug: string; id: number }[], slug: string) =>
    choices.find((choice) => choice.slug === slug)?.id;
  asked.page = Math.min(asked.page, Math.ceil(MAX_FOUND / perPage));
  const found = asked.q
    ? await searchInThread(db, {
        q: asked.q,
        page: asked.page,
        perPage,
        language: isLanguageCode(asked.lang) ? asked.lang : undefined,
        topicId: idOf(filters.topics, asked.topic),
        authorId: idOf(filters.authors, asked.author),
        year: asked.year || undefined,
      })
    : null;
  return { asked, filters, found };
}
