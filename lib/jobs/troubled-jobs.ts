import { and, asc, desc, eq, lt, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, jobs, posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import type { Job } from './job-rows';
import { publishPost, purgeEdge } from './kinds';

/** How long a job may wait before it is reported. */
const LATE_AFTER_MS = 10 * 60 * 1000;

/** A job that failed, or that has waited for too long. */
export interface TroubledJob extends Pick<Job, 'id' | 'kind' | 'attempts' | 'dueAt' | 'runAt' | 'lastError'> {
  hasFailed: boolean;
  /** The post that the job is about. */
  post: { id: number; headline: string; language: LanguageCode } | null;
  /** The address that the job was to reach. */
  url: string | null;
}

/** Lists the jobs that need attention, failed ones first. */
export function listTroubledJobs(db: Db, now: number, limit: number): TroubledJob[] {
  // Literals, as everywhere for partial indexes.
  const hasFailed = sql`${jobs.state} = 'failed'`;
  const isOpen = sql`${jobs.state} in ('waiting', 'failed')`;
  const rows = db
    .select()
    .from(jobs)
    .where(and(isOpen, or(hasFailed, lt(jobs.dueAt, now - LATE_AFTER_MS))))
    .orderBy(desc(hasFailed), asc(jobs.dueAt), asc(jobs.id))
    .limit(limit)
    .all();
  return rows.map((job) => ({
    id: job.id,
    kind: job.kind,
    attempts: job.attempts,
    dueAt: job.dueAt,
    runAt: job.runAt,
    lastError: job.lastError,
    hasFailed: job.state === 'failed',
    post: postOf(db, job),
    url: urlOf(job),
  }));
}

function postOf(db: Db, { kind, payload }: Job): TroubledJob['post'] {
  const about = kind === publishPost.name ? publishPost.payload.safeParse(payload) : null;
  if (!about?.success) return null;
  const post = db
    .select({ id: posts.id, headline: drafts.headline, language: posts.language })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(eq(posts.id, about.data.postId))
    .get();
  return post ?? null;
}

function urlOf({ kind, payload }: Job): string | null {
  const about = kind === purgeEdge.name ? purgeEdge.payload.safeParse(payload) : null;
  return about?.data?.url ?? null;
}
