import { type Command, command, type Policy, type Write } from '@/lib/commands';
import { derivePost } from './derive';

/**
 * A command on one post: all that derives from the post is brought up to date in the same transaction.
 * @param policy who may run it; most are `onPost` of a predicate on the post.
 * @param derive what must follow at once, for a command that changes less than the post.
 */
export function postCommand<I, T extends { postId: number }>(
  name: string,
  policy: Policy<I>,
  write: Write<I, T>,
  derive = derivePost,
): Command<I, T> {
  return command<I, T>(name, policy, (tx, input, context) => {
    const value = write(tx, input, context);
    derive(tx, value.postId);
    return value;
  });
}
