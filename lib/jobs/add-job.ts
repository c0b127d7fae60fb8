import { sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { jobs } from '@/db/schema';
import type { JobKind } from './kinds';

interface When {
  now: number;
  /** When the job is due (epoch ms); immediately when absent. */
  runAt?: number;
}

/**
 * Adds a job in the transaction that makes it necessary: both are kept, or neither. A job of a merged kind
 * that equals a waiting one makes that one due earlier if need be, as a new request: with all the attempts
 * that its kind allows, and with a new key.
 */
export function addJob<P>(tx: Db | Tx, kind: JobKind<P>, payload: P, { now, runAt = now }: When): void {
  const { name, isMerged } = kind;
  const details = JSON.stringify(kind.payload.parse(payload));
  const row = { kind: name, payload: details, isMerged, runAt, dueAt: runAt };
  const insert = tx.insert(jobs).values({ ...row, createdAt: now });
  if (!isMerged) return void insert.run();
  insert
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.payload],
      targetWhere: sql`state = 'waiting' and is_merged`,
      // An earlier attempt may have reached its receiver, who would take the same key for a repetition.
      set: { runAt: sql`min(${jobs.runAt}, excluded.run_at)`, attempts: 0, key: sql`excluded.key` },
    })
    .run();
}
