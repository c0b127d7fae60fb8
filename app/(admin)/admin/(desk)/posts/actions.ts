'use server';
import { revalidatePath } from 'next/cache';
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

const changeTarget = action(
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
);
const undoChanges = action(Changes, changePosts);
const copy = action(z.object({ postId: id }), duplicatePost);
const save = action(NewView, saveView);
const rename = action(RenamedView, renameView);
const remove = action(ViewId, deleteView);

export async function change(input: Parameters<typeof changeTarget>[0]) {
  return fresh(await changeTarget(input));
}

/** Restores the previous state of many posts. */
export async function undo(input: z.input<typeof Changes>) {
  return fresh(await undoChanges(input));
}

export async function duplicate(input: { postId: number }) {
  return fresh(await copy(input));
}

export async function saveThisView(data: FormData) {
  return fresh(await save(data));
}

export async function renameThisView(data: FormData) {
  return fresh(await rename(data));
}

export async function deleteThisView(data: FormData) {
  return fresh(await remove(data));
}

function fresh<T>(outcome: T): T {
  revalidatePath('/admin/posts');
  return outcome;
}
