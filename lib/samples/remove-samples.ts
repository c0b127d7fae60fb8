import { and, eq, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  authors,
  drafts,
  media,
  mediaUses,
  posts,
  revisions,
  series,
  topics,
  translationGroups,
} from '@/db/schema';
import { mayRemoveSamples } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { isInByline } from '@/lib/labels/authors';
import { isUsedByDraft } from '@/lib/labels/used-by-draft';
import type { LanguageCode } from '@/lib/language/languages';
import { isUsedByLabel } from '@/lib/media/manage-media';
import { removeMediaFiles } from '@/lib/media/media-files';
import { derivePost } from '@/lib/posts/derive';
import { isUsedByRevision } from '@/lib/revision-uses';
import { hasSamples } from './has-samples';

/** The number of removed sample posts, and the pictures whose files may now be deleted (see `removeSampleFiles`). */
export interface RemovedSamples {
  removedPosts: number;
  mediaIds: string[];
}

/**
 * Removes the samples: posts, then the topics, series, authors and pictures that no other post uses. A sample
 * that a person has edited, and everything that a real post uses, stays and is no longer a sample. Samples in
 * the languages of `except` stay samples, with everything that they use.
 */
export const removeSamples = command(
  'removeSamples',
  mayRemoveSamples,
  (tx, { except = [] }: { except?: LanguageCode[] }): RemovedSamples => {
    keepAdoptedPosts(tx);
    const removedPosts = removePosts(tx, except);
    // While samples remain, what they use still belongs to the samples, and is removed with the last of them.
    const used = { isSample: hasSamples(tx) };
    removeTopics(tx, used);
    removeSeries(tx, used);
    removeAuthors(tx, used);
    return { removedPosts, mediaIds: removeMedia(tx, used) };
  },
);

/** The change to something that a post still uses. */
interface Used {
  isSample: boolean;
}

/** Removes the files of removed pictures; call it after the removal has committed. */
export async function removeSampleFiles(mediaDir: string, mediaIds: string[]): Promise<void> {
  for (const mediaId of mediaIds) await removeMediaFiles(mediaDir, mediaId);
}

/** Keeps sample posts with text by a person, because they are that person's work. */
function keepAdoptedPosts(tx: Tx) {
  const byHand = tx
    .select({ id: posts.id })
    .from(posts)
    .leftJoin(drafts, eq(drafts.postId, posts.id))
    .leftJoin(revisions, eq(revisions.postId, posts.id))
    .where(and(eq(posts.isSample, true), or(isNotNull(drafts.updatedBy), isNotNull(revisions.createdBy))));
  tx.update(posts).set({ isSample: false }).where(inArray(posts.id, byHand)).run();
}

function removePosts(tx: Tx, except: LanguageCode[]): number {
  const isRemoved = and(eq(posts.isSample, true), notInArray(posts.language, except));
  const samples = tx.select({ id: posts.id }).from(posts).where(isRemoved).all();
  for (const { id } of samples) {
    tx.delete(posts).where(eq(posts.id, id)).run();
    derivePost(tx, id);
  }
  tx.delete(translationGroups)
    .where(
      sql`not exists (select 1 from ${posts} where ${posts.translationGroupId} = ${translationGroups.id})`,
    )
    .run();
  return samples.length;
}

function removeTopics(tx: Tx, used: Used) {
  for (const { id } of tx.select({ id: topics.id }).from(topics).where(eq(topics.isSample, true)).all()) {
    const where = eq(topics.id, id);
    if (isTopicUsed(tx, id)) tx.update(topics).set(used).where(where).run();
    else tx.delete(topics).where(where).run();
  }
}

function removeSeries(tx: Tx, used: Used) {
  for (const { id } of tx.select({ id: series.id }).from(series).where(eq(series.isSample, true)).all()) {
    const part = tx.select({ id: posts.id }).from(posts).where(eq(posts.seriesId, id)).limit(1).get();
    if (part) tx.update(series).set(used).where(eq(series.id, id)).run();
    else tx.delete(series).where(eq(series.id, id)).run();
  }
}

function removeAuthors(tx: Tx, used: Used) {
  for (const author of tx.select().from(authors).where(eq(authors.isSample, true)).all()) {
    const where = eq(authors.id, author.id);
    const isReal = author.userId !== null || isInByline(tx, author.id);
    if (isReal) tx.update(authors).set(used).where(where).run();
    else tx.delete(authors).where(where).run();
  }
}

function removeMedia(tx: Tx, used: Used): string[] {
  const removed: string[] = [];
  for (const { id } of tx.select({ id: media.id }).from(media).where(eq(media.isSample, true)).all()) {
    const where = eq(media.id, id);
    if (isMediaUsed(tx, id) || isUsedByLabel(tx, id)) {
      tx.update(media).set(used).where(where).run();
    } else {
      tx.delete(media).where(where).run();
      removed.push(id);
    }
  }
  return removed;
}

function isTopicUsed(tx: Tx, topicId: number): boolean {
  return isUsedByDraft(tx, 'topic', topicId) || isUsedByRevision(tx, 'topic', topicId);
}

/** Whether any draft or revision shows the picture, former revisions included. */
function isMediaUsed(tx: Tx, mediaId: string): boolean {
  const now = tx
    .select({ id: mediaUses.postId })
    .from(mediaUses)
    .where(eq(mediaUses.mediaId, mediaId))
    .limit(1)
    .get();
  return now !== undefined || isUsedByRevision(tx, 'medium', mediaId);
}
