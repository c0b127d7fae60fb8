import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '@/db/client';
import { writingGoals } from '@/db/schema';
import { mayWriteDraft, onPost } from '@/lib/accounts/policies';
import { userIdOf } from '@/lib/actor';
import { command } from '@/lib/commands';
import { because } from '@/lib/forms';
import { requirePost } from '../freeze';

const MOST_WORDS = 100_000;

/** A goal in words; null for none. */
export const WritingGoal = z.number().int().min(1, because('goalTooSmall')).max(MOST_WORDS).nullable();

interface SetWritingGoal {
  postId: number;
  goal: z.output<typeof WritingGoal>;
}

/**
 * Sets how many words a post should have, for those who write it, or removes the goal. Neither the text nor anything
 * that readers see changes.
 * @throws Refusal `not_found` without such a post.
 */
export const setWritingGoal = command(
  'setWritingGoal',
  onPost(mayWriteDraft),
  (tx, { postId, goal }: SetWritingGoal, { actor, now }) => {
    requirePost(tx, postId);
    if (goal === null) {
      tx.delete(writingGoals).where(eq(writingGoals.postId, postId)).run();
      return { postId };
    }
    const set = { words: goal, setAt: now, setBy: userIdOf(actor) };
    tx.insert(writingGoals)
      .values({ postId, ...set })
      .onConflictDoUpdate({ target: writingGoals.postId, set })
      .run();
    return { postId };
  },
);

/** Returns how many words a post should have, or null without a goal. */
export function findWritingGoal(db: Db, postId: number): number | null {
  const goal = db.select().from(writingGoals).where(eq(writingGoals.postId, postId)).get();
  return goal?.words ?? null;
}
