import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { postSlugs, posts } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { LANGUAGE_CODES } from '@/lib/language/languages';
import { slugFrom } from '@/lib/language/slug-from';

/** First path segments that the site itself uses. */
export const RESERVED_SLUGS = new Set<string>([
  ...LANGUAGE_CODES,
  ...[
    'admin',
    'api',
    'page',
    'topics',
    'authors',
    'series',
    'archive',
    'search',
    'feeds',
    'recordings',
    'media',
    'text',
    'light',
    'dark',
    'healthz',
  ],
  // Next reserves these two for its own pages.
  ...['404', '500'],
  ...['not-found', 'corrections', 'preview', 'fonts', 'feed', '_next'],
]);

/**
 * Parses the slug that an author chose into its stored form.
 * @throws Refusal `invalid` when it is empty after that or the site itself uses it.
 */
export function parseSlug(wanted: string): string {
  const slug = slugFrom(wanted);
  if (!slug) throw new Refusal('invalid', 'addressEmpty');
  if (RESERVED_SLUGS.has(slug)) throw new Refusal('invalid', 'addressReserved', { slug });
  return slug;
}

/** Returns whether another post has this slug, or ever had it in public. */
export function isSlugTaken(tx: Tx, slug: string, postId: number): boolean {
  const current = tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.slug, slug), ne(posts.id, postId)))
    .get();
  const former = tx
    .select({ id: postSlugs.postId })
    .from(postSlugs)
    .where(and(eq(postSlugs.slug, slug), ne(postSlugs.postId, postId)))
    .get();
  return Boolean(current ?? former);
}

/**
 * Derives the slug of `words`, numbered if others have it: `the-river-2`. Ten thousand posts with the same headline
 * cost a few more look-ups than ten: numbers are tried in steps that double, then between the last two.
 */
export function freeSlug(tx: Tx, words: string, postId: number): string {
  const wanted = slugFrom(words) || 'untitled';
  const slugOf = (number: number) => (number === 1 ? wanted : `${wanted}-${number}`);
  const isFree = (number: number) => {
    const slug = slugOf(number);
    return !RESERVED_SLUGS.has(slug) && !isSlugTaken(tx, slug, postId);
  };
  let taken = 0;
  let free = 1;
  while (!isFree(free)) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const between = Math.floor((taken + free) / 2);
    if (isFree(between)) free = between;
    else taken = between;
  }
  return slugOf(free);
}
