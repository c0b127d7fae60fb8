import { and, desc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { posts } from '@/db/schema';
import { mayEndPin, mayPublish, onPost } from '@/lib/accounts/policies';
import { SCHEDULER } from '@/lib/actor';
import { Refusal, requireValue } from '@/lib/errors';
import { addJob } from '@/lib/jobs/add-job';
import { endPin as endPinJob } from '@/lib/jobs/kinds';
import { isListed } from '@/lib/visibility';
import { requirePost } from '../freeze';
import { MOST_PICKS } from '../front-posts';
import { postCommand } from '../post-command';

const NO_PLACE = { frontPlace: null, frontPlacedAt: null, frontUntil: null };

/**
 * Pins a post to the top of the front page, in place of another in its language.
 * @param input `until` is when a job unpins it (epoch ms), or null for no end.
 * @throws Refusal `conflict` for a post that is in no list, `invalid` for a time that has passed.
 */
export const pinPost = postCommand(
  'pinPost',
  onPost(mayPublish),
  (tx, { postId, until }: { postId: number; until: number | null }, { now }) => {
    const { language } = requireListedPost(tx, postId);
    if (until !== null && until <= now) throw new Refusal('invalid', 'pinTimePassed');
    const isPinned = and(eq(posts.frontPlace, 'pinned'), eq(posts.language, language));
    tx.update(posts).set(NO_PLACE).where(isPinned).run();
    const place = { frontPlace: 'pinned', frontPlacedAt: now, frontUntil: until } as const;
    tx.update(posts).set(place).where(eq(posts.id, postId)).run();
    // Pages do not depend on the time: only a change of the data ends the pin.
    if (until !== null) addJob(tx, endPinJob, { postId }, { now, runAt: until });
    return { postId };
  },
);

/**
 * Adds a post to the editor's picks of its language; the oldest leave when there are too many.
 * @throws Refusal `conflict` for a post that is in no list.
 */
export const pickPost = postCommand(
  'pickPost',
  onPost(mayPublish),
  (tx, { postId }: { postId: number }, { now }) => {
    const { language } = requireListedPost(tx, postId);
    const place = { frontPlace: 'picked', frontPlacedAt: now, frontUntil: null } as const;
    tx.update(posts).set(place).where(eq(posts.id, postId)).run();
    const picked = tx
      .select({ id: posts.id })
      .from(posts)
      .where(and(eq(posts.frontPlace, 'picked'), eq(posts.language, language)))
      .orderBy(desc(posts.frontPlacedAt), desc(posts.id))
      .all();
    const tooMany = picked.slice(MOST_PICKS).map(({ id }) => id);
    tx.update(posts).set(NO_PLACE).where(inArray(posts.id, tooMany)).run();
    return { postId };
  },
);

/** Returns a post to its place by date on the front page; does nothing when it is there. */
export const leaveFrontPlace = postCommand(
  'leaveFrontPlace',
  onPost(mayPublish),
  (tx, { postId }: { postId: number }) => {
    requirePost(tx, postId);
    tx.update(posts).set(NO_PLACE).where(eq(posts.id, postId)).run();
    return { postId };
  },
);

/** Unpins a post whose time is over; does nothing to any other. */
const endPin = postCommand('endPin', mayEndPin, (tx, { postId }: { postId: number }, { now }) => {
  const isOver = and(eq(posts.id, postId), eq(posts.frontPlace, 'pinned'), lte(posts.frontUntil, now));
  tx.update(posts).set(NO_PLACE).where(isOver).run();
  return { postId };
});

/** Unpins a post whose time is over by `now` (epoch ms), as the clock does. */
export function endDuePin(db: Db, postId: number, now: number): void {
  requireValue(endPin(db, { postId }, { actor: SCHEDULER, now }));
}

/** Returns when a post is to be unpinned (epoch ms), or null when it is not pinned until a time. */
export function findPinEnd(db: Db | Tx, postId: number): number | null {
  const isPinned = and(eq(posts.id, postId), eq(posts.frontPlace, 'pinned'));
  return db.select({ until: posts.frontUntil }).from(posts).where(isPinned).get()?.until ?? null;
}

/** Lists the posts that are pinned until a time (epoch ms). */
export function listEndingPins(db: Db | Tx): { postId: number; until: number }[] {
  const rows = db
    .select({ postId: posts.id, until: posts.frontUntil })
    .from(posts)
    .where(and(isNotNull(posts.frontPlace), eq(posts.frontPlace, 'pinned'), isNotNull(posts.frontUntil)))
    .all();
  return rows.flatMap(({ postId, until }) => (until === null ? [] : [{ postId, until }]));
}

function requireListedPost(tx: Tx, postId: number) {
  const post = requirePost(tx, postId);
  if (post.kind !== 'post' || !isListed(post.status)) throw new Refusal('conflict', 'onlyListedOnFront');
  return post;
}
