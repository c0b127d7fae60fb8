import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { jobs } from '@/db/schema';
import { mayBackUp } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { command } from '@/lib/commands';
import { addJob } from './add-job';
import { backUp } from './kinds';

/** Adds the job that backs up everything, in a process of its own. */
export const requestBackup = command('requestBackup', mayBackUp, (tx, _input: unknown, { actor, now }) => {
  addJob(tx, backUp, { askedBy: userIdOf(actor) }, { now });
});

/** Whether a backup was requested that is not done yet. */
export function isBackupUnderWay(db: Db): boolean {
  const open = and(eq(jobs.kind, backUp.name), inArray(jobs.state, ['waiting', 'running']));
  return db.select({ id: jobs.id }).from(jobs).where(open).limit(1).get() !== undefined;
}
