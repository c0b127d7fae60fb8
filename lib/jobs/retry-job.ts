import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { jobs } from '@/db/schema';
import { maySettleJobs } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { type Job, takeEqual } from './job-rows';
import { mayDismiss, mayRetry } from './settling';

export const JobId = z.object({ id: z.coerce.number().int() });
type JobId = z.infer<typeof JobId>;

/**
 * Retries a job that failed or waits for its next attempt, now and as many times as its kind allows. Does
 * nothing for a job that was done meanwhile.
 */
export const retryJob = command('retryJob', maySettleJobs, (tx, { id }: JobId, { now }) => {
  const job = findJob(tx, id);
  if (!job || !mayRetry(job, now)) return;
  const key = (job.isMerged && takeEqual(tx, job)?.key) || job.key;
  tx.update(jobs).set({ state: 'waiting', attempts: 0, runAt: now, key }).where(eq(jobs.id, id)).run();
});

/** Dismisses a job that failed, or that this version cannot do. */
export const dismissJob = command('dismissJob', maySettleJobs, (tx, { id }: JobId) => {
  const job = findJob(tx, id);
  if (job && mayDismiss(tx, job)) tx.delete(jobs).where(eq(jobs.id, id)).run();
});

function findJob(tx: Tx, id: number): Job | undefined {
  return tx.select().from(jobs).where(eq(jobs.id, id)).get();
}
