import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import { hasUnpublishedChanges } from '@/lib/unpublished-changes';
import { findWritingGoal } from './commands/set-writing-goal';
import { writingOf } from './fields';
import { PROVISIONAL_SLUG } from './freeze';
import { saveMarkOf } from './save-mark';
import type { PostDraft, PostState } from './types';

/** Finds a post for the editor, or null. */
export function findDraft(db: Db, postId: number): PostDraft | null {
  const row = db
    .select({ post: posts, draft: drafts, changed: hasUnpublishedChanges })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(eq(posts.id, postId))
    .get();
  if (!row) return null;
  const { post, draft } = row;
  return {
    ...writingOf(draft),
    postId: post.id,
    version: draft.version,
    savedAs: saveMarkOf(draft),
    draftUpdatedAt: draft.updatedAt,
    ...stateOf(row.post, row.changed),
    language: post.language,
    kind: post.kind,
    republishing: post.republishing,
    frontPlace: post.frontPlace,
    frontUntil: post.frontUntil,
    isSample: post.isSample,
    wordGoal: findWritingGoal(db, post.id),
    translations: translationsOf(db, post),
  };
}

/** Finds the present state of a post for an editor that is open, or null. */
export function findPostState(db: Db, postId: number): PostState | null {
  const { slug, status, publishedAt, scheduledAt } = posts;
  const row = db
    .select({ post: { slug, status, publishedAt, scheduledAt }, changed: hasUnpublishedChanges })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(eq(posts.id, postId))
    .get();
  return row ? stateOf(row.post, row.changed) : null;
}

function stateOf(post: Omit<PostState, 'hasUnpublishedChanges'>, changed: number): PostState {
  const { status, publishedAt, scheduledAt } = post;
  const slug = post.slug.startsWith(PROVISIONAL_SLUG) ? '' : post.slug;
  return { slug, status, publishedAt, scheduledAt, hasUnpublishedChanges: changed === 1 };
}

function translationsOf(db: Db, post: typeof posts.$inferSelect) {
  if (post.translationGroupId === null) return [];
  return db
    .select({ postId: posts.id, language: posts.language, headline: drafts.headline })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(and(eq(posts.translationGroupId, post.translationGroupId), ne(posts.id, post.id)))
    .all();
}
