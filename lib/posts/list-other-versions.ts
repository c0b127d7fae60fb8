import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';

/** The version of a post in another language. */
export interface OtherVersion {
  postId: number;
  language: LanguageCode;
}

/**
 * Lists the versions of posts in other languages, except those in the bin, by the id of the post.
 * @param createdBy the account whose posts alone are listed.
 */
export function listOtherVersions(
  db: Db,
  postIds: readonly number[],
  createdBy?: number,
): Map<number, OtherVersion[]> {
  if (postIds.length === 0) return new Map();
  const other = alias(posts, 'other');
  const rows = db
    .select({ of: posts.id, postId: other.id, language: other.language })
    .from(posts)
    .innerJoin(other, and(eq(other.translationGroupId, posts.translationGroupId), ne(other.id, posts.id)))
    .where(
      and(
        inArray(posts.id, [...postIds]),
        ne(other.status, 'binned'),
        createdBy === undefined ? undefined : eq(other.createdBy, createdBy),
      ),
    )
    .orderBy(asc(other.language), asc(other.id))
    .all();
  const versions = new Map<number, OtherVersion[]>();
  for (const { of, ...version } of rows) versions.set(of, [...(versions.get(of) ?? []), version]);
  return versions;
}
