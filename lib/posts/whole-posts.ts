import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts, revisions } from '@/db/schema';

/** How many posts a front page of whole posts has in full; further ones are listed as elsewhere. */
export const WHOLE_POSTS = 5;

/** Returns the HTML of the live texts of posts, by their ids; one statement. */
export function findLiveBodies(db: Db, postIds: number[]): Map<number, string> {
  const rows = db
    .select({ id: posts.id, bodyHtml: revisions.bodyHtml })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(inArray(posts.id, postIds))
    .all();
  return new Map(rows.map(({ id, bodyHtml }) => [id, bodyHtml]));
}

/**
 * Returns the HTML of a body with its own anchors, so that footnotes of several posts can be on one page. In our HTML
 * every quotation mark of a text is escaped, so only attributes match.
 */
export function withOwnAnchors(bodyHtml: string, postId: number): string {
  return bodyHtml.replace(/( id="| href="#)/g, `$1p${postId}-`);
}
