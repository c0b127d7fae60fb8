import { type Command, command, type Policy, type Write } from '@/lib/commands';
import { derivePost } from './derive';

/**
 * Creates a command on one post: everything derived from the post is updated in the same transaction.
 * @param policy who may run it; usually `onPost` of a predicate on the post.
 * @param derive what must be updated immediately, for a command that changes less than the post.
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
