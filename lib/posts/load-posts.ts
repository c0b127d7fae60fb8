import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { corrections, type drafts, posts, revisions, topics } from '@/db/schema';
import { isUnlisted } from '@/lib/visibility';
import { linksOf, toSummary } from './summaries';
import type { LivePost, TopicLink, Translation } from './types';
import { isListedPost } from './visible-posts';

type PostRow = typeof posts.$inferSelect;
type TextRow = typeof revisions.$inferSelect | typeof drafts.$inferSelect;

interface Loaded {
  post: PostRow;
  text: TextRow;
  bodyHtml: string;
}

/** Loads rows with everything that they refer to, looked up for all rows at once: five statements at most. */
export function loadPosts(db: Db, rows: Loaded[]): LivePost[] {
  const texts = rows.map(({ text }) => text);
  const loaded = rows.map(({ post }) => post);
  const linked = linksOf(db, texts);
  const topicById = topicsOf(db, texts);
  const correctionRows = correctionsOf(db, loaded);
  const translations = translationsOf(db, loaded);
  return rows.map(({ post, text, bodyHtml }) => {
    // The order of the text: the first topic is what readers see above the headline.
    const inOrder = text.topicIds.flatMap((id) => topicById.get(id) ?? []);
    const corrected = correctionRows.filter((row) => row.postId === post.id);
    const row = { ...post, ...text, id: post.id, updatedAt: post.updatedAt };
    const labels = { topic: inOrder[0] ?? null, correctedAt: corrected.at(-1)?.publishedAt ?? null };
    return {
      ...toSummary(row, linked, labels),
      isUnlisted: isUnlisted(post.status),
      seriesId: post.seriesId,
      seriesPart: post.seriesPart,
      republishing: post.republishing,
      feedId: post.feedId,
      body: text.body,
      bodyHtml,
      topics: inOrder,
      seoTitle: text.seoTitle,
      seoDescription: text.seoDescription,
      corrections: corrected,
      translations: translations
        .filter((row) => row.groupId === post.translationGroupId && row.postId !== post.id)
        .map(({ slug, language, headline }) => ({ slug, language, headline })),
    };
  });
}

function topicsOf(db: Db, texts: TextRow[]): Map<number, TopicLink> {
  const rows = rowsIn(
    texts.flatMap(({ topicIds }) => topicIds),
    (ids) =>
      db
        .select({ id: topics.id, slug: topics.slug, name: topics.name })
        .from(topics)
        .where(inArray(topics.id, ids))
        .all(),
  );
  return new Map(rows.map(({ id, ...topic }) => [id, topic]));
}

function correctionsOf(db: Db, rows: PostRow[]) {
  return rowsIn(
    rows.map(({ id }) => id),
    (ids) =>
      db
        .select()
        .from(corrections)
        .where(inArray(corrections.postId, ids))
        .orderBy(asc(corrections.publishedAt))
        .all(),
  );
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
