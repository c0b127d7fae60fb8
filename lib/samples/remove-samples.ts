import { setImmediate as breath } from 'node:timers/promises';
import { and, eq, inArray, isNotNull, notInArray, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
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
import { type Context, command } from '@/lib/commands';
import type { Outcome } from '@/lib/errors';
import { isInByline } from '@/lib/labels/authors';
import { isUsedByDraft } from '@/lib/labels/used-by-draft';
import type { LanguageCode } from '@/lib/language/languages';
import { isUsedOutsidePosts } from '@/lib/media/manage-media';
import { removeMediaFiles } from '@/lib/media/media-files';
import { derivePost } from '@/lib/posts/derive';
import { isUsedByRevision } from '@/lib/revision-uses';
import { whenFree } from '@/lib/when-free';
import { hasSamples } from './has-samples';

/** The number of removed sample posts, and the pictures whose files may now be deleted (see `removeSampleFiles`). */
export interface RemovedSamples {
  removedPosts: number;
  mediaIds: string[];
  /** Whether there are more, because of a limit. */
  isMore: boolean;
}

interface RemoveSamples {
  /** Samples in these languages stay. */
  except?: LanguageCode[];
  /** How many posts at most. */
  most?: number;
}

/** Removing a post takes 5 ms or so: a transaction of this many is one that readers do not notice. */
const POSTS_AT_ONCE = 4;

/**
 * Removes the samples: posts, then the topics, series, authors and pictures that no other post uses. A sample
 * that a person has edited, and everything that a real post uses, stays and is no longer a sample. Samples in
 * the languages of `except` stay samples, with everything that they use.
 */
export const removeSamples = command(
  'removeSamples',
  mayRemoveSamples,
  (tx, { except = [], most = Number.MAX_SAFE_INTEGER }: RemoveSamples): RemovedSamples => {
    keepAdoptedPosts(tx);
    const { removedPosts, isMore } = removePosts(tx, except, most);
    if (isMore) return { removedPosts, mediaIds: [], isMore };
    // While samples remain, what they use still belongs to the samples, and is removed with the last of them.
    const used = { isSample: hasSamples(tx) };
    removeTopics(tx, used);
    removeSeries(tx, used);
    removeAuthors(tx, used);
    return { removedPosts, mediaIds: removeMedia(tx, used), isMore };
  },
);

/**
 * Removes all samples, some posts in each transaction. What they use goes with the last of them, so a removal that
 * ended early can be repeated.
 */
export async function removeAllSamples(
  db: Db,
  _input: object,
  context: Context,
): Promise<Outcome<RemovedSamples>> {
  for (let removedPosts = 0; ; await breath()) {
    const outcome = await whenFree(() => removeSamples(db, { most: POSTS_AT_ONCE }, context));
    if (!outcome.ok) return outcome;
    removedPosts += outcome.value.removedPosts;
    if (!outcome.value.isMore) return { ok: true, value: { ...outcome.value, removedPosts } };
  }
}

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

function removePosts(tx: Tx, except: LanguageCode[], most: number) {
  const isRemoved = and(eq(posts.isSample, true), notInArray(posts.language, except));
  const samples = tx.select({ id: posts.id }).from(posts).where(isRemoved).all();
  const now = samples.slice(0, most);
  for (const { id } of now) {
    tx.delete(posts).where(eq(posts.id, id)).run();
    derivePost(tx, id);
  }
  tx.delete(translationGroups)
    .where(
      sql`not exists (select 1 from ${posts} where ${posts.translationGroupId} = ${translationGroups.id})`,
    )
    .run();
  return { removedPosts: now.length, isMore: samples.length > now.length };
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
    if (isMediaUsed(tx, id) || isUsedOutsidePosts(tx, id)) {
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
