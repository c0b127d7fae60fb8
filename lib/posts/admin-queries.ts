import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import type { Body } from '@/lib/document/types';
import type { LanguageCode } from '@/lib/language/languages';
import { searchDraftIds } from '@/lib/search/search-index';
import { indexChangedDrafts } from './derive';
import { UNSETTLED } from './freeze';
import { saveMarkOf } from './save-mark';
import type { PostDraft, PostKind, PostStatus } from './types';

/** What the author's list can be narrowed to. */
export interface AdminFilter {
  status?: PostStatus;
  language?: LanguageCode;
  kind?: PostKind;
  topicId?: number;
  authorId?: number;
  q?: string;
  /** From 1. */
  page?: number;
}

export const POSTS_PER_ADMIN_PAGE = 30;

/** True when the draft says something else than the revision that readers have or will have. */
const hasUnpublishedChanges = sql<number>`exists (select 1 from revisions r
  where r.id = coalesce(posts.scheduled_revision_id, posts.live_revision_id) and (
    r.headline <> drafts.headline or r.standfirst <> drafts.standfirst or r.body <> drafts.body
    or r.byline <> drafts.byline or r.topic_ids <> drafts.topic_ids
    or r.lead_media_id is not drafts.lead_media_id or r.source is not drafts.source
    or r.seo_title <> drafts.seo_title or r.seo_description <> drafts.seo_description))`;

/** Every post in every state, last written first, as the author's list shows it. */
export function listPosts(db: Db, { page = 1, ...filter }: AdminFilter) {
  const where = conditions(db, filter);
  const rows = db
    .select({
      id: posts.id,
      slug: posts.slug,
      status: posts.status,
      language: posts.language,
      kind: posts.kind,
      publishedAt: posts.publishedAt,
      scheduledAt: posts.scheduledAt,
      isSample: posts.isSample,
      headline: drafts.headline,
      byline: drafts.byline,
      updatedAt: drafts.updatedAt,
      hasUnpublishedChanges,
    })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(where)
    .orderBy(desc(drafts.updatedAt), desc(posts.id))
    .limit(POSTS_PER_ADMIN_PAGE)
    .offset((page - 1) * POSTS_PER_ADMIN_PAGE)
    .all();
  const total =
    db.select({ n: count() }).from(posts).innerJoin(drafts, eq(drafts.postId, posts.id)).where(where).get()
      ?.n ?? 0;
  const listed = rows.map((row) => ({
    ...row,
    language: row.language as LanguageCode,
    byline: row.byline.map((entry) => entry.name).join(', '),
    hasUnpublishedChanges: row.hasUnpublishedChanges === 1,
  }));
  return { posts: listed, total };
}

/** A post as the editor opens it, or null. */
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
    ...draft,
    savedAs: saveMarkOf(draft),
    body: draft.body as Body,
    draftUpdatedAt: draft.updatedAt,
    slug: post.slug.startsWith(UNSETTLED) ? '' : post.slug,
    language: post.language as LanguageCode,
    kind: post.kind,
    status: post.status,
    publishedAt: post.publishedAt,
    scheduledAt: post.scheduledAt,
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
    .all()
    .map((row) => ({ ...row, language: row.language as LanguageCode }));
}

function searchDrafts(db: Db, q: string): number[] {
  indexChangedDrafts(db);
  return searchDraftIds(db, q);
}

function conditions(db: Db, { status, language, kind, topicId, authorId, q }: Omit<AdminFilter, 'page'>) {
  return and(
    status ? eq(posts.status, status) : undefined,
    language ? eq(posts.language, language) : undefined,
    kind ? eq(posts.kind, kind) : undefined,
    topicId
      ? sql`exists (select 1 from json_each(drafts.topic_ids) where json_each.value = ${topicId})`
      : undefined,
    authorId
      ? sql`exists (select 1 from json_each(drafts.byline) where json_extract(json_each.value, '$.authorId') = ${authorId})`
      : undefined,
    q?.trim() ? inArray(posts.id, searchDrafts(db, q)) : undefined,
  );
}
