import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import { placeInList } from './list-spans';
import { listedPostIds } from './listed-posts';
import { summariesByIds } from './summaries';
import type { FrontPlace, PostSummary } from './types';
import { isListedByOtherIndex } from './visible-posts';

/** How many editor's picks each language has; the front page shows as many. */
export const MOST_PICKS = 4;

/** What the front page shows, or that of an edition. */
export interface FrontPosts {
  /** The post at the top, if one is pinned. */
  pinned: PostSummary | null;
  /** The editor's picks, newest first. */
  picks: PostSummary[];
  /** The newest posts without the pinned one. */
  posts: PostSummary[];
  /** How many posts the whole list has. */
  total: number;
}

interface FrontRow {
  id: number;
  /** Null for a post that is listed by its date. */
  place: FrontPlace | null;
  placedAt: number | null;
}

/** Lists what the first page of the publication or of an edition shows, with no more statements than any list. */
export function listFrontPosts(
  db: Db,
  { language, perPage }: { language?: LanguageCode; perPage: number },
): FrontPosts {
  const filter = language ? { language } : { isOnce: true };
  const { total } = placeInList(db, filter, 0);
  const rows = db.all<FrontRow>(frontRows(db, language, perPage));
  const placed = rows.filter(({ place }) => place).sort((a, b) => (b.placedAt ?? 0) - (a.placedAt ?? 0));
  const pinnedId = placed.find(({ place }) => place === 'pinned')?.id;
  const pickIds = placed.filter(({ place }) => place === 'picked').map(({ id }) => id);
  const listedIds = rows.filter(({ id, place }) => place === null && id !== pinnedId).map(({ id }) => id);
  const shownPicks = pickIds.slice(0, MOST_PICKS);
  const ids = new Set([...(pinnedId === undefined ? [] : [pinnedId]), ...shownPicks, ...listedIds]);
  const found = new Map(summariesByIds(db, [...ids]).map((post) => [post.id, post]));
  return {
    pinned: (pinnedId !== undefined && found.get(pinnedId)) || null,
    picks: shownPicks.flatMap((id) => found.get(id) ?? []),
    posts: listedIds.flatMap((id) => found.get(id) ?? []),
    total,
  };
}

/** The plus signs hide the indexes of all posts, so that the few that have a place are read from their own. */
function frontRows(db: Db, language: LanguageCode | undefined, limit: number) {
  const inEdition = language
    ? sql`and +${posts.language} = ${language}`
    : sql`and ${posts.isSecondLanguage} = 0`;
  const filter = language ? { language } : { isOnce: true };
  return sql`
    select ${posts.id} as id, ${posts.frontPlace} as place, ${posts.frontPlacedAt} as placedAt from ${posts}
    where ${posts.frontPlace} is not null and ${isListedByOtherIndex} and +${posts.kind} = 'post' ${inEdition}
    union all select id, null, null from ${listedPostIds(db, filter, limit)}`;
}
