import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { authorPosts, authors, posts, topicPosts, topics } from '@/db/schema';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import { isInLists } from '@/lib/posts/visible-posts';
import { LocalTextSchema } from '@/lib/settings/site';

/** A choice of a search filter: its slug in the address, and its name. */
export interface FilterChoice {
  id: number;
  slug: string;
  name: LocalText;
}

/** A topic, which has a page in the language of the search page if it has posts in it. */
interface TopicChoice extends FilterChoice {
  hasPage: boolean;
}

/** The filters of a search, each with the choices that readers have. */
export interface SearchFilters {
  topics: TopicChoice[];
  authors: FilterChoice[];
  /** Newest first. */
  years: string[];
}

interface Row {
  kind: 'topic' | 'author' | 'first' | 'last';
  id: number;
  slug: string | null;
  name: string | null;
  hasPage: 0 | 1;
}

/**
 * Lists the topics and authors that have live posts, and the years from the first to the last; one statement.
 * @param language the one that the address names, or undefined.
 */
export function searchFilters(db: Db | Tx, language?: LanguageCode): SearchFilters {
  const isInLanguage = language ? sql`and language = ${language}` : sql``;
  const rows = db.all<Row>(sql`
    select 'topic' as kind, id, slug, name, exists (
        select 1 from ${topicPosts} where topic_id = ${topics.id} ${isInLanguage}) as hasPage from ${topics}
      where exists (select 1 from ${topicPosts} where topic_id = ${topics.id})
    union all select 'author', id, slug, name, 0 from ${authors}
      where exists (select 1 from ${authorPosts} where author_id = ${authors.id})
    union all select 'first', 0, (select min(${posts.publishedMonth}) from ${posts} where ${isInLists}), null, 0
    union all select 'last', 0, (select max(${posts.publishedMonth}) from ${posts} where ${isInLists}), null, 0`);
  const yearOf = (kind: Row['kind']) => Number(rows.find((row) => row.kind === kind)?.slug?.slice(0, 4) ?? 0);
  const [first, last] = [yearOf('first'), yearOf('last')];
  const choices = (kind: Row['kind']) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ id, slug, name, hasPage }) => ({
        id,
        slug: slug ?? '',
        name: LocalTextSchema.parse(JSON.parse(name ?? '{}')),
        hasPage: hasPage === 1,
      }));
  return {
    topics: choices('topic'),
    authors: choices('author'),
    years: first ? Array.from({ length: last - first + 1 }, (_, n) => String(last - n)) : [],
  };
}
