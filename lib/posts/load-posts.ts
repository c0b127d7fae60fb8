import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { corrections, type drafts, posts, revisions, topics } from '@/db/schema';
import { isUnlisted } from '@/lib/visibility';
import { linksOf, toSummary } from './summaries';
import type { LivePost, Translation } from './types';
import { isListedPost } from './visible-posts';

type PostRow = typeof posts.$inferSelect;
type TextRow = typeof revisions.$inferSelect | typeof drafts.$inferSelect;

/** Loads rows with everything that they refer to, looked up for all rows at once: five statements at most. */
export function loadPosts(db: Db, rows: { post: PostRow; text: TextRow; bodyHtml: string }[]): LivePost[] {
  const linked = linksOf(
    db,
    rows.map((row) => row.text),
  );
  const topicRows = rowsIn(
    rows.flatMap((row) => row.text.topicIds),
    (ids) => db.select().from(topics).where(inArray(topics.id, ids)).all(),
  );
  const correctionRows = rowsIn(
    rows.map((row) => row.post.id),
    (ids) =>
      db
        .select()
        .from(corrections)
        .where(inArray(corrections.postId, ids))
        .orderBy(asc(corrections.publishedAt))
        .all(),
  );
  const translations = translationsOf(
    db,
    rows.map((row) => row.post),
  );
  return rows.map(({ post, text, bodyHtml }) => ({
    ...toSummary({ ...post, ...text, id: post.id, updatedAt: post.updatedAt }, linked),
    kind: post.kind,
    isUnlisted: isUnlisted(post.status),
    seriesId: post.seriesId,
    seriesPart: post.seriesPart,
    republishing: post.republishing,
    feedId: post.feedId,
    body: text.body,
    bodyHtml,
    topics: topicRows
      .filter((topic) => text.topicIds.includes(topic.id))
      .map((topic) => ({ slug: topic.slug, name: topic.name })),
    source: text.source,
    seoTitle: text.seoTitle,
    seoDescription: text.seoDescription,
    corrections: correctionRows.filter((row) => row.postId === post.id),
    translations: translations
      .filter((row) => row.groupId === post.translationGroupId && row.postId !== post.id)
      .map(({ slug, language, headline }) => ({ slug, language, headline })),
  }));
}

function translationsOf(
  db: Db,
  rows: PostRow[],
): (Translation & { groupId: number | null; postId: number })[] {
  return rowsIn(
    rows.flatMap((post) => post.translationGroupId ?? []),
    (groupIds) =>
      db
        .select({
          groupId: posts.translationGroupId,
          postId: posts.id,
          slug: posts.slug,
          language: posts.language,
          headline: revisions.headline,
        })
        .from(posts)
        .innerJoin(revisions, eq(revisions.id, posts.liveRevisionId))
        .where(and(inArray(posts.translationGroupId, groupIds), isListedPost))
        .all(),
  );
}

function rowsIn<K, R>(keys: K[], load: (keys: K[]) => R[]): R[] {
  const distinct = [...new Set(keys)];
  return distinct.length ? load(distinct) : [];
}
