import { asc, eq, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, jobs, posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';
import type { Job } from './job-rows';
import { endPin, isKnownKind, type JobKind, publishPost, purgeEdge, purgePost } from './kinds';
import { readPayload, UnreadablePayload } from './payloads';
import { hasEnded, mayDismiss, mayRetry } from './settling';

/** How long a job may wait before it is reported. */
const LATE_AFTER_MS = 10 * 60 * 1000;

// Literals, because SQLite uses a partial index only for conditions that it can read.
const isWaiting = sql`${jobs.state} = 'waiting'`;
/** Failed, or in a state that another version of the program wrote. */
const isEnded = sql`${jobs.state} not in ('waiting', 'running', 'done')`;

/** A job that failed, that has waited for too long, or that this version cannot do. */
export interface TroubledJob extends Pick<Job, 'id' | 'kind' | 'attempts' | 'dueAt' | 'runAt' | 'lastError'> {
  /** What is wrong: `unknown` for a kind or a state that this version does not know. */
  trouble: 'failed' | 'late' | 'unknown';
  mayRetry: boolean;
  mayDismiss: boolean;
  /** The post that the job is about. */
  post: { id: number; headline: string; language: LanguageCode } | null;
  /** The address that the job was to reach. */
  url: string | null;
}

/** Lists the jobs that need attention: failed ones first, then those that have waited for too long. */
export function listTroubledJobs(db: Db, now: number, limit: number): TroubledJob[] {
  const ended = oldest(db, isEnded, limit);
  const late = oldest(db, sql`${isWaiting} and ${lt(jobs.dueAt, now - LATE_AFTER_MS)}`, limit - ended.length);
  return [...ended, ...late].map((job) => ({
    id: job.id,
    kind: job.kind,
    attempts: job.attempts,
    dueAt: job.dueAt,
    runAt: job.runAt,
    lastError: job.lastError,
    trouble: troubleOf(job),
    mayRetry: mayRetry(job, now),
    mayDismiss: mayDismiss(db, job),
    post: postOf(db, job),
    url: urlOf(job),
  }));
}

function oldest(db: Db, condition: SQL, limit: number): Job[] {
  return db.select().from(jobs).where(condition).orderBy(asc(jobs.dueAt), asc(jobs.id)).limit(limit).all();
}

function troubleOf(job: Job): TroubledJob['trouble'] {
  if (job.state === 'failed') return 'failed';
  return hasEnded(job) || !isKnownKind(job.kind) ? 'unknown' : 'late';
}

function postOf(db: Db, job: Job): TroubledJob['post'] {
  const about = [publishPost, endPin, purgePost].map((kind) => findPayload(kind, job)).find((found) => found);
  if (!about) return null;
  const post = db
    .select({ id: posts.id, headline: drafts.headline, language: posts.language })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(eq(posts.id, about.postId))
    .get();
  return post ?? null;
}

function urlOf(job: Job): string | null {
  return findPayload(purgeEdge, job)?.url ?? null;
}

/** Returns the payload of a job of this kind; null for another kind, and when it is unreadable. */
function findPayload<P>(kind: JobKind<P>, job: Job): P | null {
  if (job.kind !== kind.name) return null;
  try {
    return readPayload(kind, job);
  } catch (error) {
    if (error instanceof UnreadablePayload) return null;
    throw error;
  }
}
