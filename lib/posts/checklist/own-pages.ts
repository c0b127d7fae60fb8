import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media, series } from '@/db/schema';
import { decodedSlug } from '@/lib/addresses';
import { findAuthor } from '@/lib/labels/authors';
import { findTopic } from '@/lib/labels/topics';
import { isLanguageCode } from '@/lib/language/languages';
import { findMissing } from '../missing';

/** First segments below which every path counts as a page of the site, which is exact enough for links. */
const ALWAYS_THERE = new Set(['', 'archive', 'search', 'feeds', 'corrections', 'recordings', 'page']);

/** Segments that ask for a page in another format, or for a later page of it. */
const FORMS = /^\/(?:text|light|dark)(?=\/|$)|\/(?:page\/\d+|copy\.html|(?:feed|atom)\.xml|feed\.json)$/g;

const FINDERS: Record<string, (db: Db, name: string) => boolean> = {
  topics: (db, slug) => !slug || findTopic(db, slug) !== null,
  authors: (db, slug) => findAuthor(db, slug) !== null,
  series: (db, slug) => !slug || isSeries(db, slug),
  media: (db, id) => db.select({ id: media.id }).from(media).where(eq(media.id, id)).get() !== undefined,
};

/**
 * Returns whether readers find something at a path of this site, by the database alone. A draft's address
 * does not exist yet; a former address redirects, and does exist.
 * @param path percent-encoded or not, without query.
 */
export function isOwnPage(db: Db, path: string): boolean {
  const plain = decodedSlug(path).replace(FORMS, '') || '/';
  const segments = plain.split('/').slice(1);
  const isInLanguage = isLanguageCode(segments[0] ?? '');
  const [first = '', second = ''] = isInLanguage ? segments.slice(1) : segments;
  if (ALWAYS_THERE.has(first)) return true;
  const find = FINDERS[first];
  if (find) return find(db, second);
  return !isInLanguage && findMissing(db, plain).kind === 'redirect';
}

/** Queries the table directly: lib/series is a layer above lib/posts. */
function isSeries(db: Db, slug: string): boolean {
  return db.select({ id: series.id }).from(series).where(eq(series.slug, slug)).get() !== undefined;
}
