import type { Db } from '@/db/client';
import type { Clock } from '@/lib/jobs/clock';
import { watchClock } from '@/lib/jobs/watch-clock';
import { databaseCheck } from './check-database';
import { diskCheck } from './check-disk';
import { pagesCheck } from './check-pages';
import { type Check, type Fault, HealthWatch } from './health-watch';

/** The clock looks twice a second; it is late only when it fails each time. */
const LATEST_LOOK_MS = 60_000;

interface Watched {
  db: Db;
  dataDir: string;
  /** Returns the clock of background jobs, or null where there is none. */
  jobs: () => Pick<Clock, 'lookedMsAgo'> | null;
}

/** Makes the watch over a publication. Its log says when something begins to fail, and when it works again. */
export function watchPublication({ db, dataDir, jobs }: Watched): HealthWatch {
  // The time that the clock's watch notes is the heartbeat.
  const beat = () => watchClock(db);
  const checks = [
    databaseCheck(db, { beat }),
    diskCheck(dataDir),
    pagesCheck(db.$client.name),
    jobsCheck(jobs),
  ];
  return new HealthWatch(checks, { report });
}

/** Checks that background jobs are looked for. */
export function jobsCheck(jobs: Watched['jobs']): Check {
  return () => {
    const isLate = (jobs()?.lookedMsAgo() ?? 0) > LATEST_LOOK_MS;
    return isLate ? [{ part: 'jobs', reason: 'Background jobs have not been looked for in a minute.' }] : [];
  };
}

function report({ part, reason }: Fault, isFailing: boolean): void {
  if (isFailing) console.error(`Health, ${part}: ${reason}`);
  else console.warn(`Health, ${part}: no longer so: ${reason}`);
}
