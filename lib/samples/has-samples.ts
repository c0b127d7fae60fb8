import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts } from '@/db/schema';

/** Whether any sample post is still there. */
export function hasSamples(db: Db): boolean {
  return db.select({ id: posts.id }).from(posts).where(eq(posts.isSample, true)).limit(1).get() !== undefined;
}
