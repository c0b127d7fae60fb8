import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { corrections, posts } from '@/db/schema';
import { findAuthor } from '@/lib/labels/authors';
import { findTopic } from '@/lib/labels/topics';
import { fill } from '@/lib/language/fill';
import {
  isLanguageCode,
  LANGUAGES,
  type LanguageCode,
  type LocalText,
  localText,
  mainLanguage,
} from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import type { FeedFilter } from '@/lib/posts/listed-posts';
import { listFeedPosts } from '@/lib/posts/queries';
import { findSeries } from '@/lib/series/series';
import { licenceOf } from '@/lib/settings/licences';
import { readSite, type Site } from '@/lib/settings/site';
import { SEEN_STATUSES } from '@/lib/visibility';
import { pathOfPlace } from './discovery';
import { changedAt, type Feed, type FeedPlace } from './feed';

const POSTS_IN_FEED = 30;

/** Returns the newest 30 posts of a place, or null when there is no such place. */
export function findFeed(db: Db, place: FeedPlace, siteUrl: string): Feed | null {
  const site = readSite(db);
  const heading = feedHeading(db, site, place);
  if (!heading) return null;
  const { filter, ...words } = heading;
  const newest = listFeedPosts(db, filter, POSTS_IN_FEED);
  const rights = rightsOf(site, words.language);
  return { ...words, siteUrl, rights, posts: newest, updatedAt: Math.max(0, ...newest.map(changedAt)) };
}

/** Says the terms of the publication's own texts. */
function rightsOf({ licence: code, name }: Site, language: LanguageCode): string {
  const words = stringsFor(language);
  const licence = licenceOf(code);
  if (licence) return `${words.licence} ${licence.name} (${licence.url})`;
  return code === '' ? '' : fill(words.allRights, { name: localText(name, language) });
}

/** The newest change of the posts in each status that readers can have seen: each is the end of an index. */
const newestChanges = sql.join(
  SEEN_STATUSES.map(
    (status) => sql`select max(${posts.updatedAt}) as at from ${posts} where ${posts.status} = ${status}`,
  ),
  sql` union all `,
);

/**
 * Returns when anything that readers see last changed, including a withdrawal: for `Last-Modified`, which
 * must change when a feed loses a post.
 */
export function lastPublicChange(db: Db): number {
  const { at } = db.get<{ at: number | null }>(sql`
    select max(at) as at from (
      ${newestChanges}
      union all
      select max(${corrections.publishedAt}) from ${corrections}
    )`);
  return at ?? 0;
}

/** The title of a feed and the posts in it. */
type Heading = Pick<Feed, 'title' | 'description' | 'language' | 'path'> & { filter: FeedFilter };

/** Returns the heading of a place's feeds, or null when there is no such place. */
export function feedHeading(db: Db, site: Site, place: FeedPlace): Heading | null {
  const only = 'only' in place ? place.only : undefined;
  if (only && !site.languages.includes(only)) return null;
  const language = only ?? mainLanguage(site);
  const siteName = localText(site.name, language);
  const tagline = localText(site.tagline, language) || siteName;
  if (place.kind === 'site')
    return { title: siteName, description: tagline, language, path: '/', filter: {} };
  if (place.kind === 'edition') return editionHeading(site, place.slug);

  const owner = findOwner(db, place.kind, place.slug);
  if (!owner) return null;
  const title = `${localText(owner.name, language)} – ${siteName}`;
  return {
    title,
    description: localText(owner.words, language) || title,
    language,
    path: pathOfPlace({ ...place, slug: owner.slug }),
    filter: { ...owner.filter, language: only },
  };
}

interface Owner {
  slug: string;
  name: LocalText;
  /** What it is about. */
  words: LocalText;
  filter: FeedFilter;
}

/** Finds the topic, author or series that a feed belongs to, or null. */
function findOwner(db: Db, kind: 'topic' | 'author' | 'series', slug: string): Owner | null {
  if (kind === 'author') {
    const author = findAuthor(db, slug);
    return author && { ...author, words: author.biography, filter: { authorId: author.id } };
  }
  if (kind === 'topic') {
    const topic = findTopic(db, slug);
    return topic && { ...topic, words: topic.description, filter: { topicId: topic.id } };
  }
  const series = findSeries(db, slug);
  return series && { ...series, words: series.description, filter: { seriesId: series.id } };
}

function editionHeading(site: Site, code: string): Heading | null {
  if (!isLanguageCode(code) || !site.languages.includes(code)) return null;
  const name = localText(site.name, code);
  return {
    title: `${name} – ${LANGUAGES[code].ownName}`,
    description: localText(site.tagline, code) || name,
    language: code,
    path: pathOfPlace({ kind: 'edition', slug: code }),
    filter: { language: code },
  };
}
