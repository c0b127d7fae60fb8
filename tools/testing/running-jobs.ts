import { eq } from 'drizzle-orm';
import { vi } from 'vitest';
import { posts } from '@/db/schema';
import type { Clock } from '@/lib/jobs/clock';
import { startPublicationJobs } from '@/lib/serving/publication-jobs';
import { openTestSite, type TestSite } from './test-site';

/** A site whose background jobs run by a clock that the test moves. */
export interface RunningJobs {
  site: TestSite;
  /** What the jobs reported. */
  failures: unknown[];
  start(): void;
  stop(): Promise<void>;
  statusOf(postId: number): string | undefined;
  close(): Promise<void>;
}

/** The machine has run for as long as its clock says. */
export const machineTime = () => ({ now: Date.now(), upMs: Date.now(), boot: 'boot' });

/** Stops the time, and opens a site whose jobs do not run yet. */
export function openRunningJobs(): RunningJobs {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now: Date.UTC(2026, 10, 24) });
  const site = openTestSite();
  const failures: unknown[] = [];
  let clock: Clock | undefined;
  const report = (error: unknown) => failures.push(error);
  return {
    site,
    failures,
    start: () => {
      clock = startPublicationJobs(site.db, { edgePurgeUrls: [], report, time: machineTime() });
    },
    stop: async () => clock?.stop(0),
    statusOf: (postId) => site.db.select().from(posts).where(eq(posts.id, postId)).get()?.status,
    close: async () => {
      vi.useRealTimers();
      await clock?.stop(0);
      site.close();
    },
  };
}
