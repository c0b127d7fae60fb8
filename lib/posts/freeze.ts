import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { drafts, posts, revisions } from '@/db/schema';
import { userIdOf } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { renderBodyHtml } from '@/lib/document/html';
import { mediaIdsIn } from '@/lib/document/uses';
import { Refusal } from '@/lib/errors';
import { findMediaFacts } from '@/lib/media/queries';
import { writingOf } from './fields';
import { freeSlug } from './slug';

type DraftRow = typeof drafts.$inferSelect;
type PostRow = typeof posts.$inferSelect;

/** @throws Refusal `not_found` when there is no such post. */
export function requirePost(tx: Tx, postId: number): PostRow {
  const post = tx.select().from(posts).where(eq(posts.id, postId)).get();
  if (!post) throw new Refusal('not_found', 'postGone');
  return post;
}

/**
 * Returns the draft if it is still the version that its author saw.
 * @throws Refusal `not_found` without such a post, `conflict` when the draft changed since `version`.
 */
export function requireDraft(tx: Tx, postId: number, version: number): DraftRow {
  const draft = requireDraftRow(tx, postId);
  requireVersion(draft, version);
  return draft;
}

/** @throws Refusal `not_found` when there is no such post. */
export function requireDraftRow(tx: Tx, postId: number): DraftRow {
  const draft = tx.select().from(drafts).where(eq(drafts.postId, postId)).get();
  if (!draft) throw new Refusal('not_found', 'postGone');
  return draft;
}

/** @throws Refusal `conflict` when the draft changed since `version`. */
export function requireVersion(draft: DraftRow, version: number): void {
  if (draft.version !== version) throw new Refusal('conflict', 'changedElsewhere');
}

/**
 * Makes an immutable revision of the draft, with its rendered HTML.
 * @param isSilent true for a change without notice.
 * @returns the revision's id.
 * @throws Refusal `invalid` when it has no headline, `conflict` when the post is in the bin.
 */
export function freezeDraft(tx: Tx, draft: DraftRow, { actor, now }: Context, isSilent = false): number {
  if (!draft.headline.trim()) throw new Refusal('invalid', 'noHeadline');
  const post = requirePost(tx, draft.postId);
  if (post.status === 'binned') throw new Refusal('conflict', 'inBin');
  const body = draft.body;
  const bodyHtml = renderBodyHtml(body, {
    media: findMediaFacts(tx, mediaIdsIn(body)),
    language: post.language,
  });
  const { id } = tx
    .insert(revisions)
    .values({
      ...writingOf(draft),
      postId: draft.postId,
      bodyHtml,
      isSilent,
      createdAt: now,
      createdBy: userIdOf(actor),
    })
    .returning({ id: revisions.id })
    .get();
  return id;
}

/** Sets the slug of a post that was never public from its headline, unless its author chose one. */
export function settleSlug(tx: Tx, post: PostRow, headline: string): void {
  if (!post.slug.startsWith(PROVISIONAL_SLUG)) return;
  tx.update(posts)
    .set({ slug: freeSlug(tx, headline, post.id) })
    .where(eq(posts.id, post.id))
    .run();
}

/** How the slug of a post begins while nobody has chosen one. */
export const PROVISIONAL_SLUG = 'draft-';
