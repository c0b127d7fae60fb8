import { and, asc, desc, eq, gt, inArray, isNotNull, lte, max, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media, mediaUses, posts, revisions } from '@/db/schema';
import { isListedPost } from './visible-posts';

/**
 * Posts are divided into parts by number, so that a part changes only with its own posts. Even with long
 * Khmer addresses, pictures and translations a part stays far below the limit of 50 MB.
 */
export const POSTS_PER_PART = 10_000;

const partOf = sql<number>`(${posts.id} - 1) / ${sql.raw(String(POSTS_PER_PART))} + 1`;

/** Lists the parts that have live posts, from 1, each with its newest change. */
export function listSitemapParts(db: Db): { part: number; changedAt: number }[] {
  return db
    .select({ part: partOf, changedAt: max(posts.updatedAt) })
    .from(posts)
    .where(isListedPost)
    .groupBy(partOf)
    .orderBy(partOf)
    .all()
    .map(({ part, changedAt }) => ({ part, changedAt: changedAt ?? 0 }));
}

/** Lists live posts and fixed pages of one part, without those whose canonical address is elsewhere. */
export function listSitemapPosts(db: Db, part: number) {
  return db
    .select({
      slug: posts.slug,
      language: posts.language,
      updatedAt: posts.updatedAt,
      translationGroupId: posts.translationGroupId,
    })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .where(and(...isInPart(part), sql`coalesce(json_extract(${revisions.source}, '$.url'), '') = ''`))
    .orderBy(asc(posts.id))
    .all();
}

/** Lists the pictures in the live texts of one part, the lead picture first. */
export function listSitemapPictures(db: Db, part: number) {
  const isLead = eq(revisions.leadMediaId, media.id);
  // A use may be in the draft only; an id is 16 random characters, so a search of the body is unambiguous.
  const isInBody = sql`instr(${revisions.body}, '"' || ${media.id} || '"') > 0`;
  return db
    .select({ slug: posts.slug, mediaId: media.id, renditions: media.renditions })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .innerJoin(mediaUses, eq(mediaUses.postId, posts.id))
    .innerJoin(media, eq(media.id, mediaUses.mediaId))
    .where(and(...isInPart(part), eq(media.kind, 'picture'), or(isLead, isInBody)))
    .orderBy(asc(posts.id), desc(sql`coalesce(${isLead}, 0)`), asc(media.createdAt), asc(media.id))
    .all();
}

/** Lists the live members of every group of translations that has a post in a part. */
export function listSitemapTranslations(db: Db, part: number) {
  const groups = db
    .select({ id: posts.translationGroupId })
    .from(posts)
    .where(and(...isInPart(part), isNotNull(posts.translationGroupId)));
  return db
    .select({ groupId: posts.translationGroupId, language: posts.language, slug: posts.slug })
    .from(posts)
    .where(and(isListedPost, inArray(posts.translationGroupId, groups)))
    .all();
}

function isInPart(part: number) {
  return [isListedPost, gt(posts.id, (part - 1) * POSTS_PER_PART), lte(posts.id, part * POSTS_PER_PART)];
}
