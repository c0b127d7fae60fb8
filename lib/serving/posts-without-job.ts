import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { jobs, posts } from '@/db/schema';
import { type JobKind, publishPost, purgePost } from '@/lib/jobs/kinds';
import { isPastBin } from '@/lib/posts/commands/purge-post';

/** A limit, so that a bin with thousands of posts never delays readers: the rest is deleted an hour later. */
const MOST_PURGED_AT_ONCE = 20;

/** Lists scheduled posts that no job publishes, with their time (epoch ms). */
export function listScheduledWithoutJob(db: Db | Tx): { postId: number; scheduledAt: number }[] {
  const { id: postId, scheduledAt } = posts;
  return db
    .select({ postId, scheduledAt: sql<number>`${scheduledAt}` })
    .from(posts)
    .where(and(eq(posts.status, 'scheduled'), isNotNull(scheduledAt), hasNoJob(publishPost)))
    .orderBy(asc(scheduledAt))
    .all();
}

/** Returns when a post is to be published (epoch ms), or null when it is not scheduled. */
export function findScheduledAt(db: Db | Tx, postId: number): number | null {
  const isScheduled = and(eq(posts.id, postId), eq(posts.status, 'scheduled'));
  return db.select({ at: posts.scheduledAt }).from(posts).where(isScheduled).get()?.at ?? null;
}

/** Lists posts that have been in the bin for too long and that no job deletes, in the order of their time there. */
export function listOldBinnedWithoutJob(db: Db | Tx, now: number): { postId: number }[] {
  return db
    .select({ postId: posts.id })
    .from(posts)
    .where(and(isPastBin(now), hasNoJob(purgePost)))
    .orderBy(asc(posts.binnedAt), asc(posts.id))
    .limit(MOST_PURGED_AT_ONCE)
    .all();
}

/** A failed job counts: a person decides whether it is tried again. */
function hasNoJob({ name }: JobKind<{ postId: number }>): SQL {
  return sql`not exists (
    select 1 from ${jobs}
    where ${jobs.kind} = ${name} and ${jobs.payload} = json_object('postId', ${posts.id})
      and ${jobs.state} in ('waiting', 'running', 'failed'))`;
}
