import { setTimeout as pause } from 'node:timers/promises';
import { asc, count, gt } from 'drizzle-orm';
import { z } from 'zod';
import type { Db, Tx } from '@/db/client';
import { posts } from '@/db/schema';
import { type NoteKind, readNote, removeNote, writeNote } from '@/lib/settings/program-notes';
import { whenFree } from '@/lib/when-free';
import { derivePost } from './derive';
import { recountLists } from './list-spans';

/** How long one transaction lasts, ms: an author whose save waits for it notices nothing. */
const BATCH_MS = 50;
/** The pause after each, in which other writes get in. */
const PAUSE_MS = 20;
/** A rebuild that ended early is continued for this long; after that it begins again. */
const CONTINUED_FOR_MS = 24 * 60 * 60 * 1000;

/** How many posts are done, of how many. */
export interface RebuildProgress {
  done: number;
  total: number;
}

interface Options {
  /** Epoch ms. */
  now?: number;
  /** Called after each batch, and once before the first when an earlier rebuild is continued. */
  onProgress?: (progress: RebuildProgress) => void;
  batchMs?: number;
}

/** The last post that is done, and how many are. */
interface Place {
  after: number;
  done: number;
}

const rebuilding: NoteKind<Place> = {
  name: 'rebuild',
  schema: z.object({ after: z.number().int(), done: z.number().int() }),
};

/**
 * Derives everything again for every post, in short transactions, so that others can write in between. One
 * that ended early is continued where it was, for a day. It changes nothing in a database without errors.
 * @returns how many posts there are.
 */
export async function rebuildPosts(
  db: Db,
  { now = Date.now(), onProgress, batchMs = BATCH_MS }: Options = {},
): Promise<number> {
  const earlier = readNote(db, rebuilding);
  let place = earlier && now - earlier.at < CONTINUED_FOR_MS ? earlier.value : { after: 0, done: 0 };
  const total = db.select({ total: count() }).from(posts).get()?.total ?? 0;
  if (place.done > 0) onProgress?.({ done: place.done, total });
  for (;;) {
    const from = place;
    const next = await whenFree(() =>
      db.transaction((tx) => rebuildBatch(tx, from, { now, batchMs }), { behavior: 'immediate' }),
    );
    if (!next) return total;
    place = next;
    onProgress?.({ done: place.done, total });
    await pause(PAUSE_MS);
  }
}

/** Derives the next posts, and notes which was the last. @returns where it is now, or null at the end. */
function rebuildBatch(
  tx: Tx,
  place: Place,
  { now, batchMs }: { now: number; batchMs: number },
): Place | null {
  const endsAt = performance.now() + batchMs;
  let { after, done } = place;
  do {
    const next = tx
      .select({ id: posts.id })
      .from(posts)
      .where(gt(posts.id, after))
      .orderBy(asc(posts.id))
      .limit(1)
      .get();
    if (!next) break;
    derivePost(tx, next.id);
    after = next.id;
    done += 1;
  } while (performance.now() < endsAt);
  if (done === place.done) {
    recountLists(tx);
    removeNote(tx, rebuilding);
    return null;
  }
  writeNote(tx, rebuilding, { after, done }, now);
  return { after, done };
}
