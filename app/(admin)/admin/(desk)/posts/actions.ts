'use server';
import { z } from 'zod';
import { seesOnlyPostsOf } from '@/lib/accounts/policies';
import { Refusal, refusable, requireValue } from '@/lib/errors';
import { action } from '@/lib/next/action';
import { Changes, changePosts, MAX_POSTS_AT_ONCE } from '@/lib/posts/commands/change-posts';
import { duplicatePost } from '@/lib/posts/commands/duplicate-post';
import { purgePosts } from '@/lib/posts/commands/purge-post';
import { listPostIds } from '@/lib/posts/list-posts';
import { filterOf } from '@/lib/posts/post-filter';
import { deleteView, NewView, RenamedView, renameView, saveView, ViewId } from '@/lib/posts/saved-views';

const id = z.number().int();
const Target = z.union([
  z.object({ postIds: z.array(id).max(MAX_POSTS_AT_ONCE) }),
  z.object({ query: z.string().max(1000) }),
]);
const BulkAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['bin', 'restore', 'withdraw']) }),
  z.object({ kind: z.literal('purge') }),
  z.object({ kind: z.enum(['addTopic', 'removeTopic']), topicId: id }),
  z.object({ kind: z.literal('setAuthor'), authorId: id }),
]);

const PAGE = { refreshes: '/admin/posts' };

export const change = action(
  z.object({ target: Target, action: BulkAction }),
  (db, { target, action }, context) =>
    refusable(() => {
      const createdBy = seesOnlyPostsOf(context.actor);
      const postIds =
        'query' in target
          ? listPostIds(db, { ...filterOf(target.query), createdBy }, MAX_POSTS_AT_ONCE + 1)
          : target.postIds;
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
