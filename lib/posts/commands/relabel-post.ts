import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { BylineEntry } from '@/db/column-types';
import { authors, drafts, posts, revisions, topics } from '@/db/schema';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { Refusal } from '@/lib/errors';

/** The labels of a post, which can change without a change of the text. */
interface Labels {
  topicIds: number[];
  byline: BylineEntry[];
}

/** The three texts that a post can have at once. */
type Labelled = 'draft' | 'live' | 'scheduled';
type LabelsOfTexts = Partial<Record<Labelled, Labels>>;

export type Relabel = (labels: Labels, of: Labelled) => Labels;

/**
 * Changes the labels of a post, both in its draft and for readers. Revisions are immutable, so the live (or
 * scheduled) one is replaced by a copy with the new labels; unpublished text stays unpublished. The draft's
 * version is raised, so that an open editor elsewhere does not silently undo the change.
 * @returns the previous labels, or null when nothing changed.
 */
export function relabelPost(
  tx: Tx,
  post: typeof posts.$inferSelect,
  change: Relabel,
  context: Context,
): LabelsOfTexts | null {
  const before: LabelsOfTexts = {};
  const relabel = <T extends Labels>(text: T | undefined, of: Labelled): T | null => {
    if (!text) return null;
    const was = { topicIds: text.topicIds, byline: text.byline };
    before[of] = was;
    const now = change(was, of);
    if (isSame(was, now)) return null;
    requireLabels(tx, now);
    return { ...text, ...now };
  };
  const draft = relabel(tx.select().from(drafts).where(eq(drafts.postId, post.id)).get(), 'draft');
  if (draft) {
    tx.update(drafts)
      .set({
        topicIds: draft.topicIds,
        byline: draft.byline,
        version: draft.version + 1,
        updatedBy: userIdOf(context.actor),
      })
      .where(eq(drafts.postId, post.id))
      .run();
  }
  const live = relabel(revisionOf(tx, post.liveRevisionId), 'live');
  const scheduled = relabel(revisionOf(tx, post.scheduledRevisionId), 'scheduled');
  if (live || scheduled) {
    tx.update(posts)
      .set({
        liveRevisionId: live ? addCopy(tx, live, context) : post.liveRevisionId,
        scheduledRevisionId: scheduled ? addCopy(tx, scheduled, context) : post.scheduledRevisionId,
        updatedAt: live ? context.now : post.updatedAt,
      })
      .where(eq(posts.id, post.id))
      .run();
  }
  return draft || live || scheduled ? before : null;
}

function revisionOf(tx: Tx, id: number | null) {
  return id === null ? undefined : tx.select().from(revisions).where(eq(revisions.id, id)).get();
}

function addCopy(tx: Tx, revision: typeof revisions.$inferSelect, { now, actor }: Context): number {
  const { id: _id, ...copy } = revision;
  return tx
    .insert(revisions)
    .values({ ...copy, createdAt: now, createdBy: userIdOf(actor) })
    .returning({ id: revisions.id })
    .get().id;
}

function isSame(a: Labels, b: Labels): boolean {
  return JSON.stringify([a.topicIds, a.byline]) === JSON.stringify([b.topicIds, b.byline]);
}

function requireLabels(tx: Tx, { topicIds, byline }: Labels) {
  const authorIds = [...new Set(byline.map(({ authorId }) => authorId))];
  const knownTopics = tx.select().from(topics).where(inArray(topics.id, topicIds)).all().length;
  const knownAuthors = tx.select().from(authors).where(inArray(authors.id, authorIds)).all().length;
  if (knownTopics < new Set(topicIds).size) throw new Refusal('not_found', 'topicGone');
  if (knownAuthors < authorIds.length) throw new Refusal('not_found', 'authorGone');
}
