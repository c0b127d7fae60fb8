import { asc } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';
import { derivePost } from './derive';

/**
 * Derives everything again for every post, in one transaction. It changes nothing in a database without
 * errors.
 * @returns how many posts there are.
 */
export function rebuildPosts(db: Db): number {
  return db.transaction(
    (tx) => {
      const ids = tx.select({ id: posts.id }).from(posts).orderBy(asc(posts.id)).all();
      for (const { id } of ids) derivePost(tx, id);
      return ids.length;
    },
    { behavior: 'immediate' },
  );
}
