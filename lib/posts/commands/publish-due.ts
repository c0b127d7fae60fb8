import { and, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';
import { mayPublishDue } from '@/lib/accounts/policies';
import { SCHEDULER } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { postCommand } from '../post-command';

/**
 * Publishes a scheduled post, dated when it was due; does nothing if it is not scheduled.
 * @throws when the post is scheduled for later than `now`.
 */
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
    const { id, status } = posts;
    const left = tx.select({ status }).from(posts).where(eq(id, input.postId)).get();
    // A job that runs too early must not count as done: it is tried again later.
    if (left?.status === 'scheduled') throw new Error(`Post ${input.postId} is not due yet.`);
    return { postId: input.postId };
  },
);

/** Publishes a scheduled post whose time has come by `now` (epoch ms), as the clock does. */
export function publishDuePost(db: Db, postId: number, now: number): void {
  requireValue(publishScheduled(db, { postId }, { actor: SCHEDULER, now }));
}
