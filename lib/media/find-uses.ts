import { eq, inArray, or, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authors, drafts, mediaUses, posts, revisions, series, topics } from '@/db/schema';
import type { Body } from '@/lib/document/types';
import { mediaIdsIn } from '@/lib/document/uses';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { isPublic } from '@/lib/visibility';

type Reading = Pick<Db, 'select' | 'selectDistinct'>;

/** A place where a medium is shown. */
export type MediaUse =
  | {
      kind: 'post';
      id: number;
      headline: string;
      /** Whether it is in the draft, in what readers see or will see, or only in earlier revisions. */
      inDraft: boolean;
      inLive: boolean;
      inHistory: boolean;
      /** The address for readers, if they can open the post. */
      slug: string | null;
    }
  | { kind: 'topic' | 'author' | 'series'; id: number; name: string };

/**
 * Finds every use of a medium: in posts (drafts, live, scheduled and earlier revisions), then topics, authors
 * and series. Restore points do not count: they continue without a picture that was deleted.
 * @param language of the names.
 */
export function findMediaUses(db: Reading, mediaId: string, language: LanguageCode): MediaUse[] {
  return [...postUses(db, mediaId), ...otherUses(db, mediaId, language)];
}

function postUses(db: Reading, mediaId: string): MediaUse[] {
  const now = db
    .select({ id: mediaUses.postId })
    .from(mediaUses)
    .where(eq(mediaUses.mediaId, mediaId))
    .all()
    .map(({ id }) => id);
  const earlier = historyOf(db, mediaId);
  const ids = [...new Set([...now, ...earlier])];
  if (ids.length === 0) return [];
  const rows = db
    .select({ post: posts, draft: drafts })
    .from(posts)
    .leftJoin(drafts, eq(drafts.postId, posts.id))
    .where(inArray(posts.id, ids))
    .all();
  return rows.map(({ post, draft }) => {
    const frozen = frozenTexts(db, [post.liveRevisionId, post.scheduledRevisionId]);
    const inDraft = draft !== null && shows(draft, mediaId);
    const inLive = frozen.some((text) => shows(text, mediaId));
    return {
      kind: 'post',
      id: post.id,
      headline: draft?.headline || frozen[0]?.headline || '',
      inDraft,
      inLive,
      inHistory: !inDraft && !inLive,
      slug: inLive && isPublic(post.status) ? post.slug : null,
    };
  });
}

function frozenTexts(db: Reading, ids: (number | null)[]) {
  const wanted = ids.filter((id) => id !== null);
  return wanted.length ? db.select().from(revisions).where(inArray(revisions.id, wanted)).all() : [];
}

function shows(text: { leadMediaId: string | null; body: Body }, mediaId: string): boolean {
  return text.leadMediaId === mediaId || mediaIdsIn(text.body).includes(mediaId);
}

/** Finds posts with a revision that shows a medium: an id is rare enough to search for it in the text. */
function historyOf(db: Reading, mediaId: string): number[] {
  return db
    .selectDistinct({ id: revisions.postId })
    .from(revisions)
    .where(or(eq(revisions.leadMediaId, mediaId), sql`instr(${revisions.body}, ${mediaId}) > 0`))
    .all()
    .map(({ id }) => id);
}

function otherUses(db: Reading, mediaId: string, language: LanguageCode): MediaUse[] {
  const tables = { topic: topics, author: authors, series };
  return (['topic', 'author', 'series'] as const).flatMap((kind) =>
    db
      .select({ id: tables[kind].id, name: tables[kind].name })
      .from(tables[kind])
      .where(eq(tables[kind].mediaId, mediaId))
      .all()
      .map(({ id, name }) => ({ kind, id, name: localText(name, language) })),
  );
}
