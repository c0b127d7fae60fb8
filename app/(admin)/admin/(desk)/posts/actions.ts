'use server';
import { z } from 'zod';
import { seesOnlyPostsOf } from '@/lib/accounts/policies';
import { adminPostsPath } from '@/lib/addresses';
import { Refusal, refusable, requireValue } from '@/lib/errors';
import { action } from '@/lib/next/action';
import { Changes, changePosts, MAX_POSTS_AT_ONCE, PostIds } from '@/lib/posts/commands/change-posts';
import { duplicatePost } from '@/lib/posts/commands/duplicate-post';
import { purgePosts } from '@/lib/posts/commands/purge-post';
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
  (db, { target, action }, context) =>
    refusable(() => {
      const createdBy = seesOnlyPostsOf(context.actor);
      const postIds =
        target.postIds ??
        listPostIds(db, { ...filterOf(target.query ?? ''), createdBy }, MAX_POSTS_AT_ONCE + 1);
      if (postIds.length > MAX_POSTS_AT_ONCE) {
        throw new Refusal('invalid', 'tooManyPosts', { count: MAX_POSTS_AT_ONCE });
      }
      if (action.kind === 'purge') {
        return { ...requireValue(purgePosts(db, { postIds }, context)), undo: [] };
      }
      return requireValue(changePosts(db, { changes: [{ ...action, postIds }] }, context));
    }),
  PAGE,
);
/** Restores the previous state of many posts. */
export const undo = action(Changes, changePosts, PAGE);
export const duplicate = action(z.object({ postId: id }), duplicatePost, PAGE);
export const saveThisView = action(NewView, saveView, PAGE);
export const renameThisView = action(RenamedView, renameView, PAGE);
export const deleteThisView = action(ViewId, deleteView, PAGE);
