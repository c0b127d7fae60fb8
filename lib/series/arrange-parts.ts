import { and, asc, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { posts } from '@/db/schema';
import { mayPublish, onPost } from '@/lib/accounts/policies';
import { command } from '@/lib/commands';
import { Refusal } from '@/lib/errors';
import type { LanguageCode } from '@/lib/language/languages';
import { requirePost } from '@/lib/posts/freeze';
import { requireSeries } from './series';

/*
 * The parts of a series are numbered separately in each language, so that a translation has the number of
 * its original. The series is a property of the post, not of its text: a change takes effect immediately,
 * without publishing again.
 */

export interface PutIntoSeries {
  postId: number;
  seriesId: number;
  /** Its position among the parts in its language, from 1; last when absent. */
  part?: number;
}

/**
 * Makes a post a part of a series, at a position, and removes it from its previous series. Running it again
 * with another position moves the part.
 * @throws Refusal `invalid` for a fixed page, `not_found` without such a post or series.
 */
export const putIntoSeries = command('putIntoSeries', onPost(mayPublish), (tx, input: PutIntoSeries) => {
  const post = requirePost(tx, input.postId);
  requireSeries(tx, input.seriesId);
  if (post.kind !== 'post') throw new Refusal('invalid', 'pageInSeries');
  tx.update(posts).set({ seriesId: null, seriesPart: null }).where(eq(posts.id, post.id)).run();
  if (post.seriesId !== null) numberParts(tx, post.seriesId, partIds(tx, post.seriesId, post.language));
  const others = partIds(tx, input.seriesId, post.language);
  const before = input.part === undefined ? others.length : Math.max(0, input.part - 1);
  numberParts(tx, input.seriesId, others.toSpliced(before, 0, post.id));
  return { postId: post.id };
});

/** Removes a post from its series; the parts after it move up. */
export const removeFromSeries = command(
  'takeOutOfSeries',
  onPost(mayPublish),
  (tx, { postId }: { postId: number }) => {
    const post = requirePost(tx, postId);
    if (post.seriesId === null) return { postId };
    tx.update(posts).set({ seriesId: null, seriesPart: null }).where(eq(posts.id, postId)).run();
    numberParts(tx, post.seriesId, partIds(tx, post.seriesId, post.language));
    return { postId };
  },
);

/**
 * Moves a part one position towards the first (-1) or the last (1) of its language; at the end nothing
 * happens.
 * @throws Refusal `conflict` when the post is no longer in a series.
 */
export const movePart = command(
  'movePart',
  onPost(mayPublish),
  (tx, { postId, by }: { postId: number; by: -1 | 1 }) => {
    const post = requirePost(tx, postId);
    if (post.seriesId === null) throw new Refusal('conflict', 'inNoSeries');
    const ids = partIds(tx, post.seriesId, post.language);
    const from = ids.indexOf(postId);
    const to = Math.min(ids.length - 1, Math.max(0, from + by));
    numberParts(tx, post.seriesId, ids.toSpliced(from, 1).toSpliced(to, 0, postId));
    return { postId };
  },
);

/**
 * Lists the parts in one language, in order, whether or not readers have them; posts in the bin are not
 * counted.
 */
function partIds(tx: Tx, seriesId: number, language: LanguageCode): number[] {
  return tx
    .select({ id: posts.id })
    .from(posts)
    .where(and(eq(posts.seriesId, seriesId), eq(posts.language, language), ne(posts.status, 'binned')))
    .orderBy(asc(posts.seriesPart), asc(posts.id))
    .all()
    .map(({ id }) => id);
}

function numberParts(tx: Tx, seriesId: number, ids: number[]) {
  for (const [index, id] of ids.entries()) {
    const seriesPart = index + 1;
    tx.update(posts).set({ seriesId, seriesPart }).where(eq(posts.id, id)).run();
  }
}
