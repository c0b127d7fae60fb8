import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { JOB_STATES, posts } from '@/db/schema';
import type { Job } from './job-rows';
import { isKnownKind, publishPost } from './kinds';
import { canRead, readPayload } from './payloads';

/** Whether no attempt is planned: the job failed, or its state is from another version of the program. */
export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state === 'failed' || !JOB_STATES.includes(state);
}

/** Whether a person may have the job tried now. This version cannot do jobs of a kind it does not know. */
export function mayRetry(job: Pick<Job, 'kind' | 'state' | 'dueAt'>, now: number): boolean {
  const isLate = job.state === 'waiting' && job.dueAt <= now;
  return isKnownKind(job.kind) && (hasEnded(job) || isLate);
}

/**
 * Whether a person may remove the job: otherwise it would stay for ever. A job that publishes a
 * scheduled post goes when the post's time is changed or taken back; the next start would only make a new one.
 */
export function mayDismiss(db: Db | Tx, job: Pick<Job, 'kind' | 'state' | 'payload'>): boolean {
  if (job.kind === publishPost.name && isScheduled(db, job)) return false;
  return hasEnded(job) || (job.state === 'waiting' && !isKnownKind(job.kind));
}

function isScheduled(db: Db | Tx, job: Pick<Job, 'payload'>): boolean {
  if (!canRead(publishPost, job)) return false;
  const { postId } = readPayload(publishPost, job);
  const post = db.select({ status: posts.status }).from(posts).where(eq(posts.id, postId)).get();
  return post?.status === 'scheduled';
}
