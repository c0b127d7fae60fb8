import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { postSlugs, posts, redirects } from '@/db/schema';
import { archivePath, pagePath, postPath, slugInPlainPath } from '@/lib/addresses';
import { goneMark } from '@/lib/gone-paths';
import { isPublic } from '@/lib/visibility';

export type Missing = { kind: 'redirect'; location: string } | { kind: 'gone' } | { kind: 'missing' };

/**
 * Decides the answer for a path that no page serves: a redirect to its post, that the post is gone, or
 * nothing.
 * @param path percent-decoded, such as `/old-slug` or `/2022/10/15/old-slug`.
 */
export function findMissing(db: Db, path: string): Missing {
  const month = monthOfShortPath(path);
  if (month) return { kind: 'redirect', location: month };
  const slug = slugInPlainPath(path);
  const former = db.select().from(postSlugs).where(eq(postSlugs.slug, slug)).get();
  const stored = inArray(redirects.path, [path, goneMark(path)]);
  const redirect = former ? undefined : db.select().from(redirects).where(stored).get();
  if (!former && !redirect) return { kind: 'missing' };
  const postId = former?.postId ?? redirect?.postId ?? null;
  const post = postId === null ? undefined : db.select().from(posts).where(eq(posts.id, postId)).get();
  if (!post) return { kind: 'gone' };
  if (isPublic(post.status)) return { kind: 'redirect', location: postPath(post.slug) };
  return former || wasPublic(db, post.id) ? { kind: 'gone' } : { kind: 'missing' };
}

/**
 * Returns whether a post was ever public. A withdrawn or binned post is gone; one that readers never had is
 * not found.
 */
function wasPublic(db: Db, postId: number): boolean {
  return db.select().from(postSlugs).where(eq(postSlugs.postId, postId)).limit(1).get() !== undefined;
}

const SHORT_MONTH = /^\/archive\/(\d{4})\/([1-9])(?:\/page\/([1-9]\d{0,5}))?$/;

/** Returns the path of the month that an address names by one digit: `/archive/2025/02` for `/archive/2025/2`. */
function monthOfShortPath(path: string): string | null {
  const [, year, month, page = '1'] = SHORT_MONTH.exec(path) ?? [];
  return year && month ? pagePath(archivePath(`${year}-0${month}`), Number(page)) : null;
}
