import { and, desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { drafts, posts, restorePoints, revisions, users } from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import { countWords } from '@/lib/document/words';
import { liveRevisionIdOf } from '@/lib/visibility';
import { writingOf } from '../fields';
import type { Writing } from '../types';

/** Identifies a text of the history: a restore point, or the revision of a publication. */
export interface RevisionReference {
  kind: 'restorePoint' | 'revision';
  id: number;
}

/** A list row for one text of a post's history. */
export interface HistoryEntry extends RevisionReference {
  /** Epoch ms. */
  at: number;
  /** Who wrote it, or empty. */
  who: string;
  /** Why a restore point was made; null for a publication. */
  reason: 'writing' | 'sitting' | 'change' | 'named' | null;
  name: string | null;
  wordCount: number;
  /** Whether this is the live text. */
  isLive: boolean;
  /** Whether this text is scheduled. */
  isScheduled: boolean;
  /** Whether it was published without notice. */
  isSilent: boolean;
}

/** Lists the kept texts of a post, newest first, without the draft itself. */
export function listHistory(db: Db, postId: number): HistoryEntry[] {
  const post = db.select().from(posts).where(eq(posts.id, postId)).get();
  if (!post) return [];
  const entries = [...listRestorePoints(db, postId), ...listRevisions(db, post)];
  return entries.sort(
    (a, b) => b.at - a.at || (a.kind === b.kind ? b.id - a.id : a.kind === 'revision' ? -1 : 1),
  );
}

function listRestorePoints(db: Db, postId: number): HistoryEntry[] {
  const rows = db
    .select({
      id: restorePoints.id,
      at: restorePoints.createdAt,
      who: users.name,
      reason: restorePoints.reason,
      name: restorePoints.name,
      wordCount: restorePoints.wordCount,
    })
    .from(restorePoints)
    .leftJoin(users, eq(users.id, restorePoints.createdBy))
    .where(eq(restorePoints.postId, postId))
    .orderBy(desc(restorePoints.createdAt))
    .all();
  const ofPoint = { kind: 'restorePoint', isLive: false, isScheduled: false, isSilent: false } as const;
  return rows.map((row) => ({ ...row, ...ofPoint, who: row.who ?? '' }));
}

function listRevisions(db: Db, post: typeof posts.$inferSelect): HistoryEntry[] {
  const rows = db
    .select({
      id: revisions.id,
      at: revisions.createdAt,
      who: users.name,
      body: revisions.body,
      isSilent: revisions.isSilent,
    })
    .from(revisions)
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .where(eq(revisions.postId, post.id))
    .all();
  const liveRevisionId = liveRevisionIdOf(post);
  return rows.map(({ body, who, ...row }) => ({
    ...row,
    kind: 'revision',
    who: who ?? '',
    reason: null,
    name: null,
    wordCount: countWords(bodyText(body), post.language),
    isLive: row.id === liveRevisionId,
    isScheduled: row.id === post.scheduledRevisionId,
  }));
}

/** Finds a kept text of a post, or null when it was thinned or never existed. */
export function findRevisionText(
  db: Db | Tx,
  postId: number,
  { kind, id }: RevisionReference,
): Writing | null {
  const table = kind === 'revision' ? revisions : restorePoints;
  const row = db
    .select()
    .from(table)
    .where(and(eq(table.id, id), eq(table.postId, postId)))
    .get();
  return row ? writingOf(row) : null;
}

/** Counts the words of the draft, to show next to those of its history. */
export function countDraftWords(db: Db, postId: number): number {
  const row = db
    .select({ body: drafts.body, language: posts.language })
    .from(drafts)
    .innerJoin(posts, eq(posts.id, drafts.postId))
    .where(eq(drafts.postId, postId))
    .get();
  return row ? countWords(bodyText(row.body), row.language) : 0;
}
