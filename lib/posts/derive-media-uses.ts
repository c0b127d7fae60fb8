import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type drafts, mediaUses, type posts, revisions } from '@/db/schema';
import { mediaIdsIn } from '@/lib/document/uses';
import { usesWithoutAlt } from '@/lib/media/missing-alts';
import { liveRevisionIdOf } from '@/lib/visibility';

type PostRow = typeof posts.$inferSelect;
type DraftRow = typeof drafts.$inferSelect;
type MediaUse = typeof mediaUses.$inferSelect;

/** Updates which media a post shows, in its draft, its live or its scheduled text; part of `derivePost`. */
export function deriveMediaUses(tx: Tx, post: PostRow, draft: DraftRow | undefined): void {
  const wanted = mediaUsesOf(tx, post, draft);
  for (const use of tx.select().from(mediaUses).where(eq(mediaUses.postId, post.id)).all()) {
    const next = wanted.get(use.mediaId);
    if (next && next.isLive === use.isLive && next.withoutAlt === use.withoutAlt) wanted.delete(use.mediaId);
    else if (!next) {
      tx.delete(mediaUses)
        .where(and(eq(mediaUses.postId, post.id), eq(mediaUses.mediaId, use.mediaId)))
        .run();
    }
  }
  for (const use of wanted.values()) {
    const target = [mediaUses.mediaId, mediaUses.postId];
    tx.insert(mediaUses).values(use).onConflictDoUpdate({ target, set: use }).run();
  }
}

function mediaUsesOf(tx: Tx, post: PostRow, draft: DraftRow | undefined): Map<string, MediaUse> {
  const revisionIds = [post.liveRevisionId, post.scheduledRevisionId].filter((id) => id !== null);
  const frozen = revisionIds.length
    ? tx.select().from(revisions).where(inArray(revisions.id, revisionIds)).all()
    : [];
  const live = frozen.find(({ id }) => id === liveRevisionIdOf(post));
  const isLive = new Set(live ? mediaIdsOf(live) : []);
  const withoutAlt = draft ? usesWithoutAlt(draft) : new Map<string, number>();
  const ids = [...(draft ? mediaIdsOf(draft) : []), ...frozen.flatMap(mediaIdsOf)];
  return new Map(
    ids.map((mediaId) => [
      mediaId,
      { mediaId, postId: post.id, isLive: isLive.has(mediaId), withoutAlt: withoutAlt.get(mediaId) ?? 0 },
    ]),
  );
}

function mediaIdsOf({ leadMediaId, body }: Pick<DraftRow, 'leadMediaId' | 'body'>): string[] {
  return leadMediaId ? [leadMediaId, ...mediaIdsIn(body)] : mediaIdsIn(body);
}
