import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { authorPosts, authors, posts, topicPosts, topics } from '@/db/schema';
import type { LocalText } from '@/lib/language/languages';
import { isInLists } from '@/lib/posts/visible-posts';
import { LocalTextSchema } from '@/lib/settings/site';

/** A choice of a search filter: its slug in the address, and its name. */
export interface FilterChoice {
  id: number;
  slug: string;
  name: LocalText;
}

/** The filters of a search, each with the choices that readers have. */
export interface SearchFilters {
  topics: FilterChoice[];
  authors: FilterChoice[];
  /** Newest first. */
  years: string[];
}

interface Row {
  kind: 'topic' | 'author' | 'first' | 'last';
  id: number;
  slug: string | null;
  name: string | null;
}

/**
 * Lists the topics and authors that have live posts, and the years from the first to the last; one statement.
 */
export function searchFilters(db: Db | Tx): SearchFilters {
  const rows = db.all<Row>(sql`
    select 'topic' as kind, id, slug, name from ${topics}
      where exists (select 1 from ${topicPosts} where topic_id = ${topics.id})
    union all select 'author', id, slug, name from ${authors}
      where exists (select 1 from ${authorPosts} where author_id = ${authors.id})
    union all select 'first', 0, (select min(${posts.publishedMonth}) from ${posts} where ${isInLists}), null
    union all select 'last', 0, (select max(${posts.publishedMonth}) from ${posts} where ${isInLists}), null`);
  const yearOf = (kind: Row['kind']) => Number(rows.find((row) => row.kind === kind)?.slug?.slice(0, 4) ?? 0);
  const [first, last] = [yearOf('first'), yearOf('last')];
  const choices = (kind: Row['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, slug, name }) => ({
        id,
        slug: slug ?? '',
        name: LocalTextSchema.parse(JSON.parse(name ?? '{}')),
      }));
  return {
    topics: choices('topic'),
    authors: choices('author'),
    years: first ? Array.from({ length: last - first + 1 }, (_, n) => String(last - n)) : [],
  };
}
