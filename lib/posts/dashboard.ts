import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { deskPosts, drafts, media, mediaUses } from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import { countWordsByLine } from '@/lib/document/words';
import type { LanguageCode } from '@/lib/language/languages';
import { type PostStatus, PUBLIC_STATUSES } from '@/lib/visibility';
import { excerptFrom } from './excerpt';

/** Older drafts are skipped: only the most recently edited ones are checked for what needs attention. */
const LOOKED_THROUGH = 100;

/** A draft to continue. */
export interface OpenDraft {
  id: number;
  headline: string;
  language: LanguageCode;
  firstWords: string;
  wordCount: number;
  updatedAt: number;
}

/** Lists the most recently edited drafts. @param createdBy the account whose posts alone are listed. */
export function listOpenDrafts(db: Db, limit: number, createdBy?: number): OpenDraft[] {
  return recentPosts(db, ['draft'], { limit, createdBy }).map(({ hasChanges, ...row }) => ({
    ...row,
    ...beginningOf(db, row),
  }));
}

type Beginning = Pick<typeof deskPosts.$inferSelect, 'firstWords' | 'wordCount'>;

/** Returns what a draft begins with, read from its text where no save since the upgrade has derived it. */
function beginningOf(
  db: Db,
  { id, language, firstWords, wordCount }: Beginning & Pick<OpenDraft, 'id' | 'language'>,
): Pick<OpenDraft, 'firstWords' | 'wordCount'> {
  if (firstWords !== null && wordCount !== null) return { firstWords, wordCount };
  const draft = db.select({ body: drafts.body }).from(drafts).where(eq(drafts.postId, id)).get();
  const text = draft ? bodyText(draft.body) : '';
  return { firstWords: excerptFrom(text), wordCount: countWordsByLine(text, language) };
}

/** Problems of a post that its author should fix. */
export interface Attention {
  id: number;
  headline: string;
  language: LanguageCode;
  /** The number of pictures in the draft without alt text. */
  missingAlts: number;
  hasUnpublishedChanges: boolean;
}

/**
 * Lists the posts that need attention, most recently edited first. @param createdBy as in `listOpenDrafts`.
 */
export function listAttention(db: Db, limit: number, createdBy?: number): Attention[] {
  const statuses: PostStatus[] = ['draft', 'scheduled', ...PUBLIC_STATUSES];
  const rows = recentPosts(db, statuses, { limit: LOOKED_THROUGH, createdBy });
  const missing = missingAltsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows
    .map(({ id, headline, language, hasChanges }) => ({
      id,
      headline,
      language,
      missingAlts: missing.get(id) ?? 0,
      hasUnpublishedChanges: hasChanges,
    }))
    .filter((row) => row.missingAlts > 0 || row.hasUnpublishedChanges)
    .slice(0, limit);
}

/** Counts the pictures of each draft that have alt text neither there nor in the library. */
function missingAltsOf(db: Db, ids: number[]): Map<number, number> {
  const rows = db
    .select({ id: mediaUses.postId, n: sql<number>`sum(${mediaUses.withoutAlt})` })
    .from(mediaUses)
    .innerJoin(media, eq(media.id, mediaUses.mediaId))
    .where(and(inArray(mediaUses.postId, ids), sql`trim(${media.alt}) = ''`))
    .groupBy(mediaUses.postId)
    .all();
  return new Map(rows.map(({ id, n }) => [id, n]));
}

function recentPosts(
  db: Db,
  statuses: PostStatus[],
  { limit, createdBy }: { limit: number; createdBy: number | undefined },
) {
  const [only] = statuses;
  // One status has an index of its own; of several, the index of all posts outside the bin is read in order.
  const isAsked =
    statuses.length === 1 && only
      ? eq(deskPosts.status, only)
      : sql`${deskPosts.isBinned} = 0 and +${deskPosts.status} in ${statuses}`;
  const isTheirs = sql`${deskPosts.createdBy} = ${createdBy} and ${deskPosts.isBinned} = 0`;
  return db
    .select({
      id: deskPosts.postId,
      language: deskPosts.language,
      headline: deskPosts.headline,
      firstWords: deskPosts.firstWords,
      wordCount: deskPosts.wordCount,
      updatedAt: deskPosts.updatedAt,
      hasChanges: deskPosts.hasChanges,
    })
    .from(deskPosts)
    .where(and(isAsked, sql`not ${deskPosts.isSample}`, createdBy === undefined ? undefined : isTheirs))
    .orderBy(desc(deskPosts.updatedAt), desc(deskPosts.postId))
    .limit(limit)
    .all();
}
