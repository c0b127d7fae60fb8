import { type Command, command, type Write } from '@/lib/commands';
import { derivePost } from './derive';

/** A command on one post: all that derives from the post is brought up to date in the same transaction. */
export function postCommand<I, T extends { postId: number }>(
  name: string,
  write: Write<I, T>,
): Command<I, T> {
  return command<I, T>(name, (tx, input, context) => {
    const value = write(tx, input, context);
    derivePost(tx, value.postId);
    return value;
  });
}
