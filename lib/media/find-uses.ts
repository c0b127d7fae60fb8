import { desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { authors, drafts, mediaUses, posts, revisions, revisionUses, series, topics } from '@/db/schema';
import type { Body } from '@/lib/document/types';
import { mediaIdsIn } from '@/lib/document/uses';
import { type LanguageCode, localText } from '@/lib/language/languages';
import { usesOfRevisions } from '@/lib/revision-uses';
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

/** Where a medium is shown. */
export interface MediaUses {
  /** At most a hundred posts, the newest first, then topics, authors and series. */
  uses: MediaUse[];
  /** How many other posts show it. */
  morePosts: number;
}

/** Each post that is listed has its texts read. */
const MOST_POSTS = 100;

/**
 * Finds the uses of a medium: in posts (drafts, live, scheduled and earlier revisions), then topics, authors
 * and series. Restore points do not count: they continue without a picture that was deleted.
 * @param language of the names.
 */
export function findMediaUses(db: Reading, mediaId: string, language: LanguageCode): MediaUses {
  const postIds = [...new Set([...currentUses(db, mediaId), ...historyOf(db, mediaId)])].sort(
    (a, b) => b - a,
  );
  const listed = postIds.slice(0, MOST_POSTS);
  return {
    uses: [...postUses(db, mediaId, listed), ...otherUses(db, mediaId, language)],
    morePosts: postIds.length - listed.length,
  };
}

function postUses(db: Reading, mediaId: string, ids: number[]): MediaUse[] {
  if (ids.length === 0) return [];
  const rows = db
    .select({ post: posts, draft: drafts })
    .from(posts)
    .leftJoin(drafts, eq(drafts.postId, posts.id))
    .where(inArray(posts.id, ids))
    .orderBy(desc(posts.id))
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

function currentUses(db: Reading, mediaId: string): number[] {
  return db
    .select({ id: mediaUses.postId })
    .from(mediaUses)
    .where(eq(mediaUses.mediaId, mediaId))
    .all()
    .map(({ id }) => id);
}

/** Finds posts with a revision that shows a medium, live, scheduled or earlier. */
function historyOf(db: Reading, mediaId: string): number[] {
  const inBody = db
    .selectDistinct({ id: revisions.postId })
    .from(revisionUses)
    .innerJoin(revisions, eq(revisions.id, revisionUses.revisionId))
    .where(usesOfRevisions('medium', mediaId))
    .all();
  const atTop = db
    .selectDistinct({ id: revisions.postId })
    .from(revisions)
    .where(eq(revisions.leadMediaId, mediaId))
    .all();
  return [...inBody, ...atTop].map(({ id }) => id);
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
