import { eq, inArray, isNotNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import {
  authorPosts,
  authors,
  drafts,
  postSlugs,
  posts,
  postTexts,
  revisions,
  topicPosts,
  topics,
} from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import { countWords } from '@/lib/document/words';
import type { LanguageCode } from '@/lib/language/languages';
import { replaceKnownWords } from '@/lib/search/known-words';
import { indexLivePost, removeDraft, removeLivePost } from '@/lib/search/search-index';
import { readSite } from '@/lib/settings/site';
import { zonedMonth } from '@/lib/settings/zoned-time';
import { isListed, liveRevisionIdOf } from '@/lib/visibility';
import { deriveDesk } from './derive-desk';
import { deriveMediaUses } from './derive-media-uses';
import { excerptFrom } from './excerpt';
import { indexDraftText } from './index-drafts';

type PostRow = typeof posts.$inferSelect;
type RevisionRow = typeof revisions.$inferSelect;

/**
 * Updates everything that is derived from a post: excerpt, plain text, search rows, word count, month, slug
 * history, lists and use of media. It is the only place that writes them; running it again changes nothing.
 */
export function derivePost(tx: Tx, postId: number): void {
  const post = tx.select().from(posts).where(eq(posts.id, postId)).get();
  if (!post) {
    removeLivePost(tx, postId);
    removeDraft(tx, postId);
    return;
  }
  const draft = tx.select().from(drafts).where(eq(drafts.postId, postId)).get();
  const live = liveRevision(tx, post);
  if (draft) {
    indexDraftText(tx, draft);
    deriveDesk(tx, post, draft);
  }
  deriveMediaUses(tx, post, draft);
  deriveLivePost(tx, post, live);
}

/**
 * Updates what must follow immediately when only the draft changed: the admin's lists and the use of media. Its words
 * wait until somebody searches drafts, so that saving stays cheap while someone types.
 */
export function deriveDraft(tx: Tx, postId: number): void {
  const post = tx.select().from(posts).where(eq(posts.id, postId)).get();
  const draft = tx.select().from(drafts).where(eq(drafts.postId, postId)).get();
  if (!post) return;
  if (draft) deriveDesk(tx, post, draft);
  deriveMediaUses(tx, post, draft);
}

/** Updates the months of all posts after the time zone changed. Nothing else that is derived depends on it. */
export function deriveMonths(tx: Tx): void {
  const { timeZone } = readSite(tx);
  const { id, publishedAt, publishedMonth } = posts;
  const dated = tx
    .select({ id, publishedAt, publishedMonth })
    .from(posts)
    .where(isNotNull(publishedMonth))
    .all();
  for (const post of dated) {
    if (post.publishedAt === null) continue;
    const utc = new Date(post.publishedAt);
    // Zones differ from UTC by 14 hours at most, and asking for one takes 30 µs.
    const isSameAnywhere = utc.getUTCDate() > 1 && utc.getUTCDate() < 28;
    const month = isSameAnywhere ? utc.toISOString().slice(0, 7) : zonedMonth(post.publishedAt, timeZone);
    if (month === post.publishedMonth) continue;
    tx.update(posts).set({ publishedMonth: month }).where(eq(id, post.id)).run();
  }
}

function liveRevision(tx: Tx, post: PostRow): RevisionRow | undefined {
  const id = liveRevisionIdOf(post);
  return id === null ? undefined : tx.select().from(revisions).where(eq(revisions.id, id)).get();
}

function deriveLivePost(tx: Tx, post: PostRow, live: RevisionRow | undefined) {
  if (!live || post.publishedAt === null) {
    leaveLists(tx, post.id);
    return;
  }
  const text = bodyText(live.body);
  const derived = {
    excerpt: live.standfirst || excerptFrom(text),
    wordCount: countWords(text, post.language),
    publishedMonth: zonedMonth(post.publishedAt, readSite(tx).timeZone),
  };
  if (
    derived.excerpt !== post.excerpt ||
    derived.wordCount !== post.wordCount ||
    derived.publishedMonth !== post.publishedMonth
  ) {
    tx.update(posts).set(derived).where(eq(posts.id, post.id)).run();
  }
  tx.insert(postSlugs).values({ slug: post.slug, postId: post.id }).onConflictDoNothing().run();
  if (!isListed(post.status)) {
    leaveLists(tx, post.id);
    return;
  }
  const formerText = keepText(tx, post.id, text);
  const names = live.byline.map((entry) => entry.name).join('\n');
  indexLivePost(tx, { postId: post.id, headline: live.headline, standfirst: live.standfirst, text, names });
  replaceKnownWords(tx, text, formerText);
  enterLists(tx, post, live, post.publishedAt);
}

/** @returns the former text; empty when there was none. */
function keepText(tx: Tx, postId: number, text: string): string {
  const former = textOf(tx, postId);
  if (former === text) return former;
  tx.insert(postTexts)
    .values({ postId, text })
    .onConflictDoUpdate({ target: postTexts.postId, set: { text } })
    .run();
  return former;
}

function textOf(tx: Tx, postId: number): string {
  return tx.select().from(postTexts).where(eq(postTexts.postId, postId)).get()?.text ?? '';
}

function leaveLists(tx: Tx, postId: number) {
  const formerText = textOf(tx, postId);
  removeLivePost(tx, postId);
  replaceKnownWords(tx, '', formerText);
  tx.delete(topicPosts).where(eq(topicPosts.postId, postId)).run();
  tx.delete(authorPosts).where(eq(authorPosts.postId, postId)).run();
  tx.delete(postTexts).where(eq(postTexts.postId, postId)).run();
}

/**
 * Adds a post to the lists of its topics and authors; fixed pages are found by their address, not in lists.
 */
function enterLists(tx: Tx, post: PostRow, live: RevisionRow, publishedAt: number) {
  const listed = post.kind === 'post';
  const topicIds = listed ? existing(tx, topics, live.topicIds) : [];
  const authorIds = listed
    ? existing(
        tx,
        authors,
        live.byline.map((entry) => entry.authorId),
      )
    : [];
  const shared = { publishedAt, language: post.language };
  const inTopics = tx.select().from(topicPosts).where(eq(topicPosts.postId, post.id)).all();
  if (
    !sameRows(
      inTopics.map((row) => ({ ...row, id: row.topicId })),
      topicIds,
      shared,
    )
  ) {
    tx.delete(topicPosts).where(eq(topicPosts.postId, post.id)).run();
    for (const topicId of topicIds)
      tx.insert(topicPosts)
        .values({ topicId, postId: post.id, ...shared })
        .run();
  }
  const byAuthors = tx.select().from(authorPosts).where(eq(authorPosts.postId, post.id)).all();
  if (
    !sameRows(
      byAuthors.map((row) => ({ ...row, id: row.authorId })),
      authorIds,
      shared,
    )
  ) {
    tx.delete(authorPosts).where(eq(authorPosts.postId, post.id)).run();
    for (const authorId of authorIds)
      tx.insert(authorPosts)
        .values({ authorId, postId: post.id, ...shared })
        .run();
  }
}

/** What the rows of a post in the lists of its topics and authors have in common. */
interface Shared {
  publishedAt: number;
  language: LanguageCode;
}

function sameRows(rows: (Shared & { id: number })[], ids: number[], shared: Shared): boolean {
  const isSame = (row: Shared & { id: number }) =>
    ids.includes(row.id) && row.publishedAt === shared.publishedAt && row.language === shared.language;
  return rows.length === ids.length && rows.every(isSame);
}

function existing(tx: Tx, table: typeof topics | typeof authors, ids: number[]): number[] {
  if (ids.length === 0) return [];
  return tx
    .select({ id: table.id })
    .from(table)
    .where(inArray(table.id, ids))
    .all()
    .map((row) => row.id);
}
