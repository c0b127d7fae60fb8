import { and, eq, lte, or } from 'drizzle-orm';
import { z } from 'zod';
import { jobs } from '@/db/schema';
import { maySettleJobs } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { equalOf } from './job-rows';

export const JobId = z.object({ id: z.coerce.number().int() });
type JobId = z.infer<typeof JobId>;

/**
 * Retries a job that failed or waits for its next attempt, now and as many times as its kind allows. Does
 * nothing for a job that was done meanwhile.
 */
export const retryJob = command('retryJob', maySettleJobs, (tx, { id }: JobId, { now }) => {
  const isLate = and(eq(jobs.state, 'waiting'), lte(jobs.dueAt, now));
  const mayRetry = and(eq(jobs.id, id), or(eq(jobs.state, 'failed'), isLate));
  const job = tx.select().from(jobs).where(mayRetry).get();
  if (!job) return;
  if (job.isMerged) tx.delete(jobs).where(equalOf(job, 'waiting')).run();
  tx.update(jobs).set({ state: 'waiting', attempts: 0, runAt: now }).where(eq(jobs.id, id)).run();
});

/** Dismisses a failed job. */
export const dismissJob = command('dismissJob', maySettleJobs, (tx, { id }: JobId) => {
  tx.delete(jobs)
    .where(and(eq(jobs.id, id), eq(jobs.state, 'failed')))
    .run();
});
