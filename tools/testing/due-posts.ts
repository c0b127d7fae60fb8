import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { jobs } from '@/db/schema';
import { publishPost } from '@/lib/jobs/kinds';
import { readPayload } from '@/lib/jobs/payloads';
import { publishDuePost } from '@/lib/posts/commands/publish-due';

function waitingToPublish(db: Db) {
  return db
    .select()
    .from(jobs)
    .where(and(eq(jobs.kind, publishPost.name), eq(jobs.state, 'waiting')))
    .orderBy(asc(jobs.runAt))
    .all()
    .map((job) => ({ ...readPayload(publishPost, job), runAt: job.runAt }));
}

/** Publishes what the outbox says is due by `now`, oldest first. @returns the ids of the posts. */
export function publishDuePosts(db: Db, now: number): number[] {
  const due = waitingToPublish(db).filter(({ runAt }) => runAt <= now);
  for (const { postId } of due) publishDuePost(db, postId, now);
  return due.map(({ postId }) => postId);
}

/** Returns when the outbox publishes the next post (epoch ms), or null. */
export function nextDueAt(db: Db): number | null {
  return waitingToPublish(db)[0]?.runAt ?? null;
}
