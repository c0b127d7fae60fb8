import { and, asc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';
import { mayPublishDue } from '@/lib/accounts/policies';
import { SCHEDULER } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { postCommand } from '../post-command';

/** Puts a scheduled post before readers, dated when it was due; nothing to do if it is not scheduled. */
const publishScheduled = postCommand(
  'publishScheduled',
  mayPublishDue,
  (tx, input: { postId: number }, { now }) => {
    tx.update(posts)
      .set({
        status: 'published',
        liveRevisionId: sql`${posts.scheduledRevisionId}`,
        publishedAt: sql`coalesce(${posts.publishedAt}, ${posts.scheduledAt})`,
        updatedAt: now,
        scheduledAt: null,
        scheduledRevisionId: null,
      })
      .where(and(eq(posts.id, input.postId), eq(posts.status, 'scheduled'), lte(posts.scheduledAt, now)))
      .run();
    return { postId: input.postId };
  },
);

/**
 * Publishes every scheduled post whose time has come by `now` (epoch ms), oldest first.
 * @returns their ids.
 */
export function publishDuePosts(db: Db, now: number): number[] {
  const due = db
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.status, 'scheduled'), lte(posts.scheduledAt, now)))
    .orderBy(asc(posts.scheduledAt))
    .all();
  return due.map(
    ({ id }) => requireValue(publishScheduled(db, { postId: id }, { actor: SCHEDULER, now })).postId,
  );
}

/** When the next scheduled post is due (epoch ms), or null. */
export function nextDueAt(db: Db): number | null {
  const next = db
    .select({ at: posts.scheduledAt })
    .from(posts)
    .where(eq(posts.status, 'scheduled'))
    .orderBy(asc(posts.scheduledAt))
    .limit(1)
    .get();
  return next?.at ?? null;
}
