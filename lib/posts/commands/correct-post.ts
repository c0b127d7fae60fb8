import { corrections } from '@/db/schema';
import { Refusal } from '@/lib/errors';
import { isBeforeReaders } from '../before-readers';
import { requirePost } from '../freeze';
import { postCommand } from '../post-command';

/**
 * Adds a dated, public note to a live post that something in it was wrong.
 * @throws Refusal `invalid` when the note is empty or the post is not live.
 */
export const correctPost = postCommand(
  'correctPost',
  (tx, input: { postId: number; note: string }, { now }) => {
    const post = requirePost(tx, input.postId);
    const note = input.note.trim();
    if (!note) throw new Refusal('invalid', 'Say what was wrong and what is right.');
    if (!isBeforeReaders(post.status))
      throw new Refusal('invalid', 'Only a published post can carry a correction.');
    tx.insert(corrections).values({ postId: post.id, note, publishedAt: now }).run();
    return { postId: post.id };
  },
);
