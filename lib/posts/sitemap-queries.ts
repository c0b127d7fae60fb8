import { and, asc, desc, eq, gt, inArray, isNotNull, lte, max, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media, mediaUses, posts, revisions } from '@/db/schema';
import { isListedPost } from './visible-posts';

/**
 * Posts are told of in parts by their number, so that a part changes only with its own posts. With
 * long Khmer addresses, pictures and translations a part stays far below the 50 MB that are allowed.
 */
export const POSTS_PER_PART = 10_000;

const partOf = sql<number>`(${posts.id} - 1) / ${sql.raw(String(POSTS_PER_PART))} + 1`;

/** The parts that hold live posts, from 1, each with its newest change. */
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

/** Live posts and fixed pages of one part, without those whose canonical address is elsewhere. */
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

/** The pictures that the live texts of one part show, the lead first. */
export function listSitemapPictures(db: Db, part: number) {
  const isLead = eq(revisions.leadMediaId, media.id);
  // A use may be of the draft alone; an id is 16 random characters, so it is in the body or it is not.
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

/** The live members of every group of translations that reaches into a part. */
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
