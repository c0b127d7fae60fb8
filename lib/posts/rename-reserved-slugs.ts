import { eq, inArray } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { drafts, posts } from '@/db/schema';
import { mayMoveReservedSlugs } from '@/lib/accounts/policies';
import { OPERATOR } from '@/lib/actor';
import type { Context } from '@/lib/commands';
import { requireValue } from '@/lib/errors';
import { requirePost } from './freeze';
import { postCommand } from './post-command';
import { freeSlug, RESERVED_SLUGS } from './slug';

/** A post whose address the site itself took, and its new address. */
export interface Moved {
  headline: string;
  from: string;
  to: string;
}

/**
 * Gives every post whose slug the site itself uses a free one: `light` becomes `light-2`. A new version, or a
 * new language, can take an address that a post had before, and the post would become unreachable. A redirect
 * is impossible where the site answers now; links within texts are left alone. Repeating it changes nothing.
 */
export function renameReservedSlugs(db: Db, now: number): Moved[] {
  const caught = db
    .select({ postId: posts.id, from: posts.slug, headline: drafts.headline })
    .from(posts)
    .innerJoin(drafts, eq(drafts.postId, posts.id))
    .where(inArray(posts.slug, [...RESERVED_SLUGS]))
    .orderBy(posts.id)
    .all();
  const context: Context = { actor: OPERATOR, now };
  return caught.map(({ postId, from, headline }) => ({
    headline,
    from,
    to: requireValue(leaveSlug(db, { postId }, context)).slug,
  }));
}

const leaveSlug = postCommand(
  'leaveReservedSlug',
  mayMoveReservedSlugs,
  (tx, { postId }: { postId: number }) => {
    const slug = freeSlug(tx, requirePost(tx, postId).slug, postId);
    tx.update(posts).set({ slug }).where(eq(posts.id, postId)).run();
    return { postId, slug };
  },
);
