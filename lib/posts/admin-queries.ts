import { and, eq, ne } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import { hasUnpublishedChanges } from '@/lib/unpublished-changes';
import { writingOf } from './fields';
import { PROVISIONAL_SLUG } from './freeze';
import { saveMarkOf } from './save-mark';
import type { PostDraft } from './types';

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
    slug: post.slug.startsWith(PROVISIONAL_SLUG) ? '' : post.slug,
    language: post.language,
    kind: post.kind,
    status: post.status,
    publishedAt: post.publishedAt,
    scheduledAt: post.scheduledAt,
    republishing: post.republishing,
    isSample: post.isSample,
    hasUnpublishedChanges: row.changed === 1,
    translations: translationsOf(db, post),
  };
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
