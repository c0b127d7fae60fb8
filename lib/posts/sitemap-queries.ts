import { and, asc, desc, eq, gt, inArray, lte, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { media, mediaUses, posts, revisions } from '@/db/schema';
import { isListedByOtherIndex, isListedPost } from './visible-posts';

/**
 * Posts are divided into parts by number, so that a part changes only with its own posts, and no part takes longer as
 * the publication grows. The index of a hundred parts has 100,000 posts; the limit is 50,000 parts.
 */
export const POSTS_PER_PART = 1000;

/** The expression of the index `posts_sitemap`. */
const indexedPart = sql.raw('(id - 1) / 1000');

/** Lists the parts that have live posts, from 1, each with its newest change: one look-up in an index for each part. */
export function listSitemapParts(db: Db): { part: number; changedAt: number }[] {
  return db.all(sql`
    with recursive parts (part) as (
      select 1 union all
      select part + 1 from parts where part <= (select (max(id) - 1) / ${POSTS_PER_PART} from ${posts})
    )
    select part, changed_at as changedAt from (
      select part, (select max(updated_at) from ${posts}
        where ${isListedPost} and ${indexedPart} = part - 1) as changed_at
      from parts
    ) where changed_at is not null order by part`);
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
  return db
    .select({ slug: posts.slug, mediaId: media.id, renditions: media.renditions })
    .from(posts)
    .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
    .innerJoin(mediaUses, eq(mediaUses.postId, posts.id))
    .innerJoin(media, eq(media.id, mediaUses.mediaId))
    .where(and(...isInPart(part), eq(media.kind, 'picture'), eq(mediaUses.isLive, true)))
    .orderBy(asc(posts.id), desc(sql`coalesce(${isLead}, 0)`), asc(media.createdAt), asc(media.id))
    .all();
}

/** Lists the live members of every group of translations that has a post in a part. */
export function listSitemapTranslations(db: Db, part: number) {
  const groups = db
    .select({ id: posts.translationGroupId })
    .from(posts)
    .where(and(...isInPart(part), sql`+${posts.translationGroupId} is not null`));
  return db
    .select({ groupId: posts.translationGroupId, language: posts.language, slug: posts.slug })
    .from(posts)
    .where(and(isListedByOtherIndex, inArray(posts.translationGroupId, groups)))
    .all();
}

/** A part is read by its ids: any index of statuses would read all listed posts. */
function isInPart(part: number) {
  return [
    isListedByOtherIndex,
    gt(posts.id, (part - 1) * POSTS_PER_PART),
    lte(posts.id, part * POSTS_PER_PART),
  ];
}
