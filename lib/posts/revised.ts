import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type posts, revisions } from '@/db/schema';
import { bodyText } from '@/lib/document/text';
import type { Writing } from './types';

type Words = Pick<Writing, 'headline' | 'standfirst' | 'body'>;

/**
 * Returns when the post's words last changed after readers had it (epoch ms), now that `next` replaces its
 * live text; null if they have not. Pictures, links and topics do not count as words.
 */
export function revisedAt(tx: Tx, post: typeof posts.$inferSelect, next: Words, now: number): number | null {
  if (post.liveRevisionId === null || post.publishedAt === null) return post.revisedAt;
  const live = tx.select().from(revisions).where(eq(revisions.id, post.liveRevisionId)).get();
  return !live || wordsOf(live) === wordsOf(next) ? post.revisedAt : now;
}

/** Returns the words to compare: texts that readers would call the same give the same string. */
function wordsOf({ headline, standfirst, body }: Words): string {
  return [headline, standfirst, bodyText(body)].join('\n').replace(/\s+/g, ' ').trim();
}
