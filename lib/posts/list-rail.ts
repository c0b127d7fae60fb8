import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { posts, revisions, topicPosts, topics } from '@/db/schema';
import type { LanguageCode, LocalText } from '@/lib/language/languages';
import { LocalTextSchema } from '@/lib/settings/site';
import { type ArchiveMenu, archiveMenu, countedMonths, type PeriodCount } from './archive-menu';
import { fromRecordings } from './recorded-posts';
import { isInLists } from './visible-posts';

/** A post of the rail. */
interface RecentPost {
  slug: string;
  headline: string;
  language: LanguageCode;
  /** Epoch ms. */
  publishedAt: number;
}

/** A topic of the rail. */
interface RailTopic {
  slug: string;
  name: LocalText;
}

/** What readers find next to a list, or in place of one: the newest posts, the topics and the archive. */
export interface ListRail {
  recent: RecentPost[];
  topics: RailTopic[];
  /** Whether there are posts with video or audio. */
  hasRecordings: boolean;
  /** Null if nothing has been published. */
  archive: ArchiveMenu | null;
}

export interface RailRequest {
  /** Slugs of posts that the page shows already; a list of null means that no post is wanted. */
  shown: readonly string[] | null;
  /** The topic that the page is about. */
  topicSlug?: string;
  /** The year of the page; without one, the newest. */
  year?: string;
  /** Only posts in this language. */
  language?: LanguageCode;
}

/** How many posts and topics the rail has. Of more topics, those with the newest posts are chosen. */
export const RAIL_POSTS = 5;
export const RAIL_TOPICS = 12;

interface Row {
  kind: 'post' | 'topic' | 'recording' | 'month';
  slug: string;
  name: string | null;
  language: LanguageCode | null;
  /** When a post was published, or how many posts a month has. */
  n: number | null;
}

/** Reads the rail of a list in one statement, so that the page stays within its limit of statements. */
export function listRail(db: Db | Tx, { shown, topicSlug, year, language }: RailRequest): ListRail {
  const recent = shown === null ? 0 : shown.length + RAIL_POSTS;
  const rows = db.all<Row>(railRows(recent, topicSlug, language));
  const of = (kind: Row['kind']) => rows.filter((row) => row.kind === kind);
  return {
    recent: recentOf(of('post'), shown ?? []),
    topics: topicsOf(of('topic')),
    hasRecordings: of('recording').length > 0,
    archive: archiveMenu(of('month').map(monthOf), year),
  };
}

function recentOf(rows: Row[], shown: readonly string[]): RecentPost[] {
  return rows
    .flatMap(({ slug, name, language, n }) =>
      language && n !== null ? [{ slug, headline: name ?? '', language, publishedAt: n }] : [],
    )
    .filter(({ slug }) => !shown.includes(slug))
    .sort((a, b) => b.publishedAt - a.publishedAt)
    .slice(0, RAIL_POSTS);
}

function topicsOf(rows: Row[]): RailTopic[] {
  return rows
    .map(({ slug, name }) => ({ slug, name: LocalTextSchema.parse(JSON.parse(name ?? '{}')) }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

function monthOf({ slug, n }: Row): PeriodCount {
  return { period: slug, count: n };
}

/** Returns topics in the order of their ids, not of their newest posts: a new post would change the rail. */
function railRows(recent: number, topicSlug = '', language?: LanguageCode) {
  const isWanted = and(isInLists, language ? eq(posts.language, language) : undefined);
  const newest = sql`select ${posts.id} from ${posts} where ${isWanted}
    order by ${posts.publishedAt} desc, ${posts.id} desc limit ${recent}`;
  const newestOfTopic = sql`(select max(${topicPosts.publishedAt}) from ${topicPosts}
    where ${and(eq(topicPosts.topicId, topics.id), language ? eq(topicPosts.language, language) : undefined)})`;
  const isNewest = and(sql`${posts.id} in (${newest})`, eq(revisions.id, posts.liveRevisionId));
  return sql`
    select 'post' as kind, ${posts.slug} as slug, ${revisions.headline} as name,
      ${posts.language} as language, ${posts.publishedAt} as n
      from ${posts} join ${revisions} on ${isNewest}
    union all select 'topic', ${topics.slug}, ${topics.name}, null, null from ${topics}
      where ${topics.id} in (select id from (
        select ${topics.id} as id, ${newestOfTopic} as newest from ${topics}
        where newest is not null and ${topics.slug} <> ${topicSlug} order by newest desc limit ${RAIL_TOPICS}))
    union all select 'recording', '', null, null, null where exists (select 1 ${fromRecordings(language)})
    union all select 'month', month, null, null, posts from (${countedMonths(language)})`;
}
