import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import { mediaIdsIn } from '@/lib/document/uses';
import { countWords } from '@/lib/document/words';
import type { LanguageCode } from '@/lib/language/languages';
import { countMissingAlts } from '@/lib/media/missing-alts';
import { findMediaFacts } from '@/lib/media/queries';
import { PUBLIC_STATUSES } from '@/lib/visibility';
import { excerptFrom } from './excerpt';
import { hasUnpublishedChanges } from './list-posts';

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
  return recentDrafts(db, ['draft'], { limit, createdBy }).map(
    ({ id, headline, body, updatedAt, ...row }) => {
      const language = row.language;
      const text = bodyText(body);
      return {
        id,
        headline,
        language,
        firstWords: excerptFrom(text),
        wordCount: countWords(text, language),
        updatedAt,
      };
    },
  );
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
  const rows = recentDrafts(db, ['draft', 'scheduled', ...PUBLIC_STATUSES], {
    limit: LOOKED_THROUGH,
    createdBy,
  });
  const known = findMediaFacts(
    db,
    rows.flatMap(({ leadMediaId, body }) => [...mediaIdsIn(body), ...(leadMediaId ? [leadMediaId] : [])]),
  );
  return rows
    .map((row) => ({
      id: row.id,
      headline: row.headline,
      language: row.language,
      missingAlts: countMissingAlts(row, known),
      hasUnpublishedChanges: row.changed === 1,
    }))
    .filter((row) => row.missingAlts > 0 || row.hasUnpublishedChanges)
    .slice(0, limit);
}

function recentDrafts(
  db: Db,
  statuses: (typeof posts.$inferSelect)['status'][],
  { limit, createdBy }: { limit: number; createdBy: number | undefined },
) {
  const isTheirs = createdBy === undefined ? undefined : eq(posts.createdBy, createdBy);
  return db
    .select({
      id: posts.id,
      language: posts.language,
      headline: drafts.headline,
      body: drafts.body,
      leadMediaId: drafts.leadMediaId,
      leadWords: drafts.leadWords,
      updatedAt: drafts.updatedAt,
      changed: hasUnpublishedChanges,
    })
    .from(drafts)
    .innerJoin(posts, eq(posts.id, drafts.postId))
    .where(and(inArray(posts.status, statuses), sql`not ${posts.isSample}`, isTheirs))
    .orderBy(desc(drafts.updatedAt))
    .limit(limit)
    .all();
}
