import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { authors, posts } from '@/db/schema';
import { mayBeginPosts, mayBin, mayPublish, onEachPost } from '@/lib/accounts/policies';
import { type Context, command, type Policy } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { overLimit } from '@/lib/forms';
import { localText } from '@/lib/language/languages';
import { isPublic, PUBLIC_STATUSES, type PublicStatus } from '@/lib/visibility';
import { derivePost } from '../derive';
import { putIntoBin, unbin } from './bin-post';
import { type Relabel, relabelPost } from './relabel-post';

/** Changing this many takes some seconds, in slices (see `in-slices.ts`). */
export const MAX_POSTS_AT_ONCE = 1000;

type PostRow = typeof posts.$inferSelect;

/** The posts that are changed together. */
export const PostIds = z.array(z.number().int()).max(MAX_POSTS_AT_ONCE, overLimit('tooManySelected'));
const Labels = z.object({
  topicIds: z.array(z.number().int()).max(30),
  byline: z.array(z.object({ authorId: z.number().int(), name: z.string().max(200) })).max(30),
});

/** One change to many posts. Posts to which it does not apply stay as they are. */
export const Change = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['bin', 'restore', 'withdraw']), postIds: PostIds }),
  z.object({ kind: z.literal('bringBack'), postIds: PostIds, status: z.enum(PUBLIC_STATUSES) }),
  z.object({ kind: z.enum(['addTopic', 'removeTopic']), postIds: PostIds, topicId: z.number().int() }),
  z.object({ kind: z.literal('setAuthor'), postIds: PostIds, authorId: z.number().int() }),
  z.object({
    kind: z.literal('setLabels'),
    postIds: PostIds,
    labels: z.object({ draft: Labels, live: Labels, scheduled: Labels }).partial(),
  }),
]);
export type Change = z.infer<typeof Change>;
export const Changes = z.object({ changes: z.array(Change).max(MAX_POSTS_AT_ONCE) });

/** Moving a post to the bin has its own policy; all other changes may change what readers get. */
export const mayChangePosts: Policy<z.infer<typeof Changes>> = (actor, { changes }, tx) =>
  mayBeginPosts(actor) && changes.every((change) => policyOf(change.kind)(actor, change, tx));

function policyOf(kind: Change['kind']): Policy<{ postIds: readonly number[] }> {
  return onEachPost(kind === 'bin' || kind === 'restore' ? mayBin : mayPublish);
}

/** The number of posts changed, and the changes that undo everything. */
export interface BulkResult {
  count: number;
  undo: Change[];
}

/** Makes changes to many posts in one transaction: all or nothing. An undo is a change like any other. */
export const changePosts = command(
  'changePosts',
  mayChangePosts,
  (tx, input: z.infer<typeof Changes>, context): BulkResult => {
    const changed = new Set<number>();
    const undo: Change[] = [];
    for (const change of input.changes) {
      for (const postId of change.postIds) {
        const back = changeOne(tx, change, postId, context);
        if (!back) continue;
        changed.add(postId);
        undo.push(back);
      }
    }
    for (const postId of changed) derivePost(tx, postId);
    return { count: changed.size, undo: mergeUndo(undo.reverse()) };
  },
);

/** @returns the change that undoes it, or null when there was nothing to do. */
function changeOne(tx: Tx, change: Change, postId: number, context: Context): Change | null {
  const post = tx.select().from(posts).where(eq(posts.id, postId)).get();
  if (!post) return null;
  const postIds = [postId];
  switch (change.kind) {
    case 'bin':
      if (post.status === 'binned') return null;
      putIntoBin(tx, post, context.now);
      return { kind: 'restore', postIds };
    case 'restore':
      if (post.status !== 'binned') return null;
      unbin(tx, post, context.now);
      return { kind: 'bin', postIds };
    case 'withdraw':
      if (!isPublic(post.status)) return null;
      setStatus(tx, postId, 'withdrawn', context.now);
      return { kind: 'bringBack', postIds, status: post.status };
    case 'bringBack':
      if (post.status !== 'withdrawn' || post.liveRevisionId === null) return null;
      setStatus(tx, postId, change.status, context.now);
      return { kind: 'withdraw', postIds };
    default:
      return relabel(tx, change, post, context);
  }
}

type Relabelling = Exclude<Change, { kind: 'bin' | 'restore' | 'withdraw' | 'bringBack' }>;

function relabel(tx: Tx, change: Relabelling, post: PostRow, context: Context): Change | null {
  const labels = relabelPost(tx, post, relabelling(tx, change, post), context);
  return labels && { kind: 'setLabels', postIds: [post.id], labels };
}

function relabelling(tx: Tx, change: Relabelling, post: PostRow): Relabel {
  switch (change.kind) {
    case 'addTopic':
      return ({ topicIds, byline }) => ({ byline, topicIds: [...new Set([...topicIds, change.topicId])] });
    case 'removeTopic':
      return ({ topicIds, byline }) => ({ byline, topicIds: topicIds.filter((id) => id !== change.topicId) });
    case 'setAuthor': {
      const author = tx.select().from(authors).where(eq(authors.id, change.authorId)).get();
      if (!author) throw new Refusal('not_found', 'authorGone');
      const name = localText(author.name, post.language);
      return ({ topicIds }) => ({ topicIds, byline: [{ authorId: author.id, name }] });
    }
    case 'setLabels':
      return (labels, of) => change.labels[of] ?? labels;
  }
}

function setStatus(tx: Tx, postId: number, status: 'withdrawn' | PublicStatus, now: number) {
  tx.update(posts).set({ status, updatedAt: now }).where(eq(posts.id, postId)).run();
}

/** Merges undo changes that differ only in the post. */
export function mergeUndo(changes: Change[]): Change[] {
  const byChange = new Map<string, Change>();
  for (const change of changes) {
    const key = JSON.stringify({ ...change, postIds: [] });
    const same = byChange.get(key);
    if (same) same.postIds.push(...change.postIds);
    else byChange.set(key, { ...change, postIds: [...change.postIds] });
  }
  return [...byChange.values()];
}
