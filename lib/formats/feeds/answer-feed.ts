import type { Db } from '@/db/client';
import { decodedSlug, type FeedFile } from '@/lib/addresses';
import { isLanguageCode } from '@/lib/language/languages';
import { readerRefusal } from '@/lib/settings/reader-refusal';
import { renderAtom } from './atom';
import type { Feed, FeedPlace } from './feed';
import { findFeed, lastPublicChange } from './find-feed';
import { renderJsonFeed } from './json-feed';
import { renderRss } from './rss';

const FORMS: Record<FeedFile, { type: string; render: (feed: Feed) => string }> = {
  'feed.xml': { type: 'application/rss+xml; charset=utf-8', render: renderRss },
  'atom.xml': { type: 'application/atom+xml; charset=utf-8', render: renderAtom },
  'feed.json': { type: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
};

/** What has feeds besides the site and its editions, by the first segment of its path. */
const KINDS = new Map<string, 'topic' | 'author' | 'series'>([
  ['topics', 'topic'],
  ['authors', 'author'],
  ['series', 'series'],
]);

/**
 * Answers a request for the feed at a percent-encoded path: `/topics/law/feed.xml`. 404 when there is no such
 * edition, topic, author or series.
 */
export function answerFeed(db: Db, path: string, siteUrl: string): Response {
  const asked = parseFeedPath(path.split('/').slice(1));
  const feed = asked && findFeed(db, asked.place, siteUrl);
  if (!feed) return readerRefusal(db, path, 404, 'noSuchFeed');
  const { type, render } = FORMS[asked.file];
  const headers = new Headers({ 'Content-Type': type });
  const changedAt = lastPublicChange(db);
  if (changedAt > 0) headers.set('Last-Modified', new Date(changedAt).toUTCString());
  return new Response(render(feed), { headers });
}

/** Parses the path of a feed into its place and format, or null: `['km', 'topics', 'law', 'feed.xml']`. */
export function parseFeedPath(segments: string[]): { place: FeedPlace; file: FeedFile } | null {
  const [file = '', slug, folder, code, ...others] = [...segments].reverse();
  if (!isFeedFile(file) || others.length > 0) return null;
  if (code !== undefined && !isLanguageCode(code)) return null;
  if (slug === undefined) return { place: { kind: 'site' }, file };
  if (folder === undefined) return { place: decoded({ kind: 'edition', slug }), file };
  const kind = KINDS.get(folder);
  return kind ? { place: decoded({ kind, slug, only: code }), file } : null;
}

function isFeedFile(file: string): file is FeedFile {
  return Object.hasOwn(FORMS, file);
}

/** Slugs contain no `%`, so a slug that is already decoded stays the same. */
function decoded(place: FeedPlace): FeedPlace {
  return place.kind === 'site' ? place : { ...place, slug: decodedSlug(place.slug) };
}
