'use server';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { seesOnlyPostsOf } from '@/lib/accounts/policies';
import { adminPostsPath } from '@/lib/addresses';
import type { Context } from '@/lib/commands';
import { type Outcome, Refusal, refusable } from '@/lib/errors';
import { action } from '@/lib/next/action';
import { type BulkResult, Changes, MAX_POSTS_AT_ONCE, PostIds } from '@/lib/posts/commands/change-posts';
import { duplicatePost } from '@/lib/posts/commands/duplicate-post';
import { changeManyPosts, purgeManyPosts } from '@/lib/posts/commands/in-slices';
import { listPostIds } from '@/lib/posts/list-posts';
import { filterOf } from '@/lib/posts/post-filter';
import { deleteView, NewView, RenamedView, renameView, saveView, ViewId } from '@/lib/posts/saved-views';

const id = z.number().int();
/** Selected posts, or all that a query finds. Not a union, which would not say what is wrong with one of them. */
const Target = z
  .object({ postIds: PostIds, query: z.string().max(1000) })
  .partial()
  .refine(({ postIds, query }) => (postIds === undefined) !== (query === undefined));
const BulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['bin', 'restore', 'withdraw']) }),
  z.object({ kind: z.literal('purge') }),
  z.object({ kind: z.enum(['addTopic', 'removeTopic']), topicId: id }),
  z.object({ kind: z.literal('setAuthor'), authorId: id }),
]);

const PAGE = { refreshes: adminPostsPath() };

export const change = action(
  z.object({ target: Target, action: BulkAction }),
  async (db, { target, action }, context): Promise<Outcome<BulkResult>> => {
    const chosen = refusable(() => chosenPosts(db, target, context));
    if (!chosen.ok) return chosen;
    const postIds = chosen.value;
    if (action.kind !== 'purge') return changeManyPosts(db, { changes: [{ ...action, postIds }] }, context);
    const purged = await purgeManyPosts(db, { postIds }, context);
    return purged.ok ? { ok: true, value: { ...purged.value, undo: [] } } : purged;
  },
  PAGE,
);

function chosenPosts(db: Db, { postIds, query = '' }: z.infer<typeof Target>, { actor }: Context): number[] {
  const createdBy = seesOnlyPostsOf(actor);
  const chosen = postIds ?? listPostIds(db, { ...filterOf(query), createdBy }, MAX_POSTS_AT_ONCE + 1);
  if (chosen.length > MAX_POSTS_AT_ONCE)
    throw new Refusal('invalid', 'tooManyPosts', { count: MAX_POSTS_AT_ONCE });
  return chosen;
}

/** Restores the previous state of many posts. */
export const undo = action(Changes, changeManyPosts, PAGE);
export const duplicate = action(z.object({ postId: id }), duplicatePost, PAGE);
export const saveThisView = action(NewView, saveView, PAGE);
export const renameThisView = action(RenamedView, renameView, PAGE);
export const deleteThisView = action(ViewId, deleteView, PAGE);
