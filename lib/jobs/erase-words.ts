import { setTimeout as pause } from 'node:timers/promises';
import { and, isNull, like, not, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { redirects } from '@/db/schema';
import { goneMark, isGoneMark } from '@/lib/gone-paths';
import { whenFree } from '@/lib/when-free';

const INDEXES = ['post_search', 'headline_search', 'draft_search'] as const;
/** Pages of the index that one step writes: some milliseconds, in which no reader is answered. */
const PAGES_A_STEP = 16;
/** The largest index has some hundred thousand pages. */
const MOST_STEPS = 1_000_000;
const PAUSE_MS = 10;
const CHECKPOINTS = 20;
const CHECKPOINT_PAUSE_MS = 500;

/**
 * Erases what deleted posts leave in the database file. Deleted rows are overwritten at once (`secure_delete`),
 * but an index of words only marks its entries as deleted until its parts are merged, and the log keeps earlier
 * pages until it is emptied. Works in small steps, and continues where it was when it is run again.
 * @throws Error when a reader keeps the log from being emptied for ten seconds.
 */
export async function eraseWords(db: Db, signal: AbortSignal): Promise<void> {
  await whenFree(() => db.transaction(markGonePaths, { behavior: 'immediate' }), { signal });
  for (const index of INDEXES) await mergeWhole(db, index, signal);
  await emptyLog(db, signal);
}

/** Addresses of posts that earlier versions deleted are stored as words. */
function markGonePaths(tx: Tx) {
  const plain = and(isNull(redirects.postId), not(like(redirects.path, 'gone:%')));
  for (const { path } of tx.select({ path: redirects.path }).from(redirects).where(plain).all()) {
    if (isGoneMark(path)) continue;
    tx.run(sql`insert or ignore into redirects (path, post_id) values (${goneMark(path)}, null)`);
    tx.run(sql`delete from redirects where path = ${path}`);
  }
}

/**
 * Merges all parts of an index into one, which leaves out what was deleted.
 * @see https://www.sqlite.org/fts5.html#the_merge_command
 */
async function mergeWhole(db: Db, index: (typeof INDEXES)[number], signal: AbortSignal) {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    signal.throwIfAborted();
    // A negative number begins the merge of everything; a positive one continues it.
    const pages = step === 0 ? -PAGES_A_STEP : PAGES_A_STEP;
    const changes = await whenFree(() => mergeStep(db, index, pages), { signal });
    if (changes < 2) return;
    await pause(PAUSE_MS);
  }
}

/** @returns the changes of the step; fewer than two when nothing was left to do. */
function mergeStep(db: Db, index: (typeof INDEXES)[number], pages: number): number {
  const total = db.$client.prepare('SELECT total_changes()').pluck();
  const before = total.get() as number;
  db.$client.prepare(`INSERT INTO ${index}(${index}, rank) VALUES ('merge', ?)`).run(pages);
  return (total.get() as number) - before;
}

/** Readers that are under way keep the log; a new one does not. */
async function emptyLog(db: Db, signal: AbortSignal) {
  for (let attempt = 0; attempt < CHECKPOINTS; attempt += 1) {
    signal.throwIfAborted();
    const [row] = db.$client.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
    if (row?.busy === 0) return;
    await pause(CHECKPOINT_PAUSE_MS);
  }
  throw new Error('The log could not be emptied: something reads the database all the time.');
}
