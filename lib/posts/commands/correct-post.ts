import type { Tx } from '@/db/client';
import { corrections } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import type { Context } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import { isPublic } from '@/lib/visibility';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

interface CorrectPost {
  postId: number;
  note: string;
}

/**
 * Adds a dated, public note to a live post that says what was wrong.
 * @throws Refusal `invalid` when the note is empty or the post is not live.
 */
export const correctPost = postCommand('correctPost', onPost(mayPublish), (tx, input: CorrectPost, context) =>
  addCorrection(tx, input, context),
);

/** Does the write of `correctPost`, for commands that change the text as well. */
export function addCorrection(tx: Tx, input: CorrectPost, { now }: Context) {
  const post = requirePost(tx, input.postId);
  const note = input.note.trim();
  if (!note) throw new Refusal('invalid', 'emptyCorrection');
  if (!isPublic(post.status)) throw new Refusal('invalid', 'onlyPublishedCorrected');
  tx.insert(corrections).values({ postId: post.id, note, publishedAt: now }).run();
  return { postId: post.id };
}
