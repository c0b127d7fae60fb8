import { type Command, command, type Write } from '@/lib/commands';
import { derivePost } from './derive';

/**
 * A command on one post: all that derives from the post is brought up to date in the same transaction.
 * @param derive what must follow at once, for a command that changes less than the post.
 */
export function postCommand<I, T extends { postId: number }>(
  name: string,
  write: Write<I, T>,
  derive = derivePost,
): Command<I, T> {
  return command<I, T>(name, (tx, input, context) => {
    const value = write(tx, input, context);
    derive(tx, value.postId);
    return value;
  });
}
