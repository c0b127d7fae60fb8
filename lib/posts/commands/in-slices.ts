import { setImmediate as breath } from 'node:timers/promises';
import type { Db } from '@/db/client';
import { mayPurge } from '@/lib/accounts/policies';
import { type Context, requireAllowed } from '@/lib/commands';
import { type Outcome, refusable } from '@/lib/errors';
import { whenFree } from '@/lib/when-free';
import { type BulkResult, type Change, changePosts, mayChangePosts, mergeUndo } from './change-posts';
import { purgePosts } from './purge-post';

/** Deriving a post takes 5 ms or so: a transaction of this many is one that readers do not notice. */
const POSTS_AT_ONCE = 10;

/**
 * Makes changes to many posts, some posts in each transaction: a thousand in one would stop every reader for
 * seconds. The policy decides about all of them first.
 * @returns the changes that were made and what undoes them: not all when the machine failed on the way.
 */
export async function changeManyPosts(
  db: Db,
  { changes }: { changes: Change[] },
  context: Context,
): Promise<Outcome<BulkResult>> {
  const allowed = refusable(() => requireAllowed(mayChangePosts(context.actor, { changes }, db)));
  if (!allowed.ok) return allowed;
  const done = await inSlices(slicesOfChanges(changes), (slice) =>
    changePosts(db, { changes: slice }, context),
  );
  if (!done.ok) return done;
  const counts = done.value.map(({ count }) => count);
  // What was done last is undone first.
  const undo = mergeUndo(done.value.reverse().flatMap(({ undo }) => undo));
  return { ok: true, value: { count: sumOf(counts), undo } };
}

/** Permanently deletes those of these posts that are in the bin, some in each transaction. */
export async function purgeManyPosts(
  db: Db,
  { postIds }: { postIds: number[] },
  context: Context,
): Promise<Outcome<{ count: number }>> {
  const allowed = refusable(() => requireAllowed(mayPurge(context.actor)));
  if (!allowed.ok) return allowed;
  const done = await inSlices(slicesOf(postIds), (slice) => purgePosts(db, { postIds: slice }, context));
  return done.ok ? { ok: true, value: { count: sumOf(done.value.map(({ count }) => count)) } } : done;
}

/** Runs a command for each slice. @returns the refusal of the first slice, or what was done until one was refused. */
async function inSlices<S, T>(slices: S[], run: (slice: S) => Outcome<T>): Promise<Outcome<T[]>> {
  const done: T[] = [];
  for (const slice of slices) {
    const outcome = await whenFree(() => run(slice));
    if (!outcome.ok) return done.length === 0 ? outcome : { ok: true, value: done };
    done.push(outcome.value);
    await breath();
  }
  return { ok: true, value: done };
}

/** Puts changes together, in their order, until they concern enough posts. */
function slicesOfChanges(changes: Change[]): Change[][] {
  const slices: Change[][] = [];
  let room = 0;
  for (const change of changes) {
    for (let at = 0; at < change.postIds.length; ) {
      if (room === 0) {
        slices.push([]);
        room = POSTS_AT_ONCE;
      }
      const postIds = change.postIds.slice(at, at + room);
      slices.at(-1)?.push({ ...change, postIds });
      at += postIds.length;
      room -= postIds.length;
    }
  }
  return slices;
}

function slicesOf(postIds: readonly number[]): number[][] {
  const count = Math.ceil(postIds.length / POSTS_AT_ONCE);
  return Array.from({ length: count }, (_none, at) =>
    postIds.slice(at * POSTS_AT_ONCE, (at + 1) * POSTS_AT_ONCE),
  );
}

function sumOf(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
