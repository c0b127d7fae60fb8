import type { Db } from '@/db/client';
import { parseFeedPath } from '@/lib/formats/feeds/answer-feed';
import { feedHeading } from '@/lib/formats/feeds/find-feed';
import { findAuthor } from '@/lib/labels/authors';
import { findTopic } from '@/lib/labels/topics';
import { isLanguageCode, LANGUAGE_CODES, type LanguageCode } from '@/lib/language/languages';
import { listCorrections } from '@/lib/posts/corrections';
import { type ListFilter, placeInList } from '@/lib/posts/list-spans';
import { CORRECTIONS_PER_PAGE, POSTS_PER_PAGE, parsePageNumber } from '@/lib/posts/page-numbers';
import { hasPublicPost } from '@/lib/posts/queries';
import { listRecordedPosts } from '@/lib/posts/recorded-posts';
import { listLiveParts } from '@/lib/series/parts';
import { findSeries } from '@/lib/series/series';
import { readSite } from '@/lib/settings/site';
import { plainAddress } from './page-language';
import type { RouteTable } from './route-table';

/**
 * Decides, from the segments of a percent-decoded path without its language, whether a page is there. Each
 * look-up reads what the page itself would read first; `has-page.test.ts` compares the two.
 * @param language that the address names: then the list has only posts in it.
 */
type LookUp = (db: Db, segments: string[], language?: LanguageCode) => boolean;

/** By pattern. A pattern without an entry has no variable part, and its page is always there. */
const LOOK_UPS: Record<string, LookUp> = {
  '/page/:n': (db, [, n]) => hasListPage(db, { isOnce: true }, n),
  '/:slug': (db, [slug]) => isEdition(db, slug) || hasPublicPost(db, plain(slug)),
  '/:slug/reuse': (db, [slug]) => hasPublicPost(db, plain(slug)),
  '/:slug/page/:n': (db, [slug, , n]) => {
    const language = plain(slug);
    return isLanguageCode(language) && isEdition(db, slug) && hasListPage(db, { language }, n);
  },
  '/archive/:year': (db, [, year]) => isYear(year) && hasPosts(db, { month: year }, 1),
  '/archive/:year/:month': (_db, [, year, month]) => isYear(year) && isMonth(month),
  '/archive/:year/:month/page/:n': (db, [, year, month, , n], language) =>
    isYear(year) && isMonth(month) && hasListPage(db, { month: `${year}-${month}`, language }, n),
  '/authors/:slug': (db, [, slug]) => findAuthor(db, plain(slug)) !== null,
  '/authors/:slug/page/:n': (db, [, slug, , n], language) => {
    const author = findAuthor(db, plain(slug));
    return author !== null && hasListPage(db, { authorId: author.id, language }, n);
  },
  '/corrections/page/:n': (db, [, , n], language) => {
    const page = parsePageNumber(plain(n));
    if (page === null) return false;
    return listCorrections(db, { page, perPage: CORRECTIONS_PER_PAGE, language }).corrections.length > 0;
  },
  '/feeds/about/*': (db, [, , ...feed]) => {
    const parsed = parseFeedPath(feed);
    return parsed !== null && feedHeading(db, readSite(db), parsed.place) !== null;
  },
  '/recordings/page/:n': (db, [, , n], language) => {
    const page = parsePageNumber(plain(n));
    return (
      page !== null && listRecordedPosts(db, { language, page, perPage: POSTS_PER_PAGE }).posts.length > 0
    );
  },
  '/series/:slug': (db, [, slug]) => findSeries(db, plain(slug)) !== null,
  '/series/:slug/page/:n': (db, [, slug, , n], language) => {
    const series = findSeries(db, plain(slug));
    return series !== null && hasSeriesPage(db, series.id, n, language);
  },
  '/topics/:slug': (db, [, slug]) => findTopic(db, plain(slug)) !== null,
  '/topics/:slug/page/:n': (db, [, slug, , n], language) => {
    const topic = findTopic(db, plain(slug));
    return topic !== null && hasListPage(db, { topicId: topic.id, language }, n);
  },
  '/sitemap/:part': (_db, [, part]) => SITEMAP_PART.test(plain(part)),
  '/share/:slug/:file': (db, [, slug]) => isLanguageCode(plain(slug)) || hasPublicPost(db, plain(slug)),
};

const SITEMAP_PART = /^(?:places|posts-[1-9]\d{0,6})\.xml$/;

/**
 * Makes the look-up of whether there can be a page or file at a path, so that Next is not asked for the
 * unlimited number of addresses at which there is none: a look-up in an index takes a hundredth of the time.
 * @param languages returns those of the publication; every page in a language needs them, and reads them itself.
 */
export function pageLookUp(
  db: Db,
  table: RouteTable,
  languages: () => readonly LanguageCode[],
): (path: string) => boolean {
  return (path) => {
    const { language, plain } = plainAddress(table, path) ?? { language: null, plain: path };
    if (language !== null && !languages().includes(language)) return false;
    const lookUp = LOOK_UPS[table.find(plain).pattern];
    return lookUp === undefined || lookUp(db, plain.split('/').filter(Boolean), language ?? undefined);
  };
}

/** The patterns that have a look-up, without those of the same pages in other languages. */
export const LOOKED_UP: readonly string[] = Object.keys(LOOK_UPS);

/** Pages read slugs so too. */
function plain(segment = ''): string {
  return segment.normalize('NFC');
}

function isEdition(db: Db, slug: string | undefined): boolean {
  const code = plain(slug);
  return isLanguageCode(code) && readSite(db).languages.includes(code);
}

function isYear(year = ''): boolean {
  return /^\d{4}$/.test(year);
}

function isMonth(month = ''): boolean {
  return /^(?:0[1-9]|1[0-2])$/.test(month);
}

function hasListPage(db: Db, filter: ListFilter, n: string | undefined): boolean {
  const page = parsePageNumber(plain(n));
  return page !== null && hasPosts(db, filter, page);
}

function hasPosts(db: Db, filter: ListFilter, page: number): boolean {
  const skipped = (page - 1) * POSTS_PER_PAGE;
  return placeInList(db, filter, skipped).total > skipped;
}

function hasSeriesPage(db: Db, seriesId: number, n: string | undefined, only?: LanguageCode): boolean {
  const page = parsePageNumber(plain(n));
  if (page === null) return false;
  const asked = { seriesId, language: only ?? LANGUAGE_CODES[0], only, page, perPage: POSTS_PER_PAGE };
  return listLiveParts(db, asked).parts.length > 0;
}
