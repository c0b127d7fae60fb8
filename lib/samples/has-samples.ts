import { and, notInArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { posts } from '@/db/schema';
import type { LanguageCode } from '@/lib/language/languages';

/** Whether any sample post still exists; with `besides`, any in a language other than those. */
export function hasSamples(db: Db | Tx, { besides = [] }: { besides?: LanguageCode[] } = {}): boolean {
  const isAsked = and(sql`${posts.isSample} = 1`, notInArray(posts.language, besides));
  return db.select({ id: posts.id }).from(posts).where(isAsked).limit(1).get() !== undefined;
}
