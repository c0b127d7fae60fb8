import type { Db } from '@/db/client';
import { nextDueAt, publishDuePosts } from '@/lib/posts/commands/publish-due';
import { purgeOldBinned } from '@/lib/posts/commands/purge-post';

/** How often the bin is looked through for what it no longer keeps. */
const BIN_EVERY_MS = 60 * 60 * 1000;
/** How long at most until a changed schedule, also one changed by another process, is noticed. */
const LONGEST_WAIT_MS = 500;

interface Watchers {
  /** Called after each look at the schedule, at least every half second. */
  afterEach?: () => void;
  /** Told of a failure; the scheduler then tries again. */
  report: (error: unknown) => void;
}

/**
 * Publishes scheduled posts when they are due: those that came due while the process was down at
 * once, the others within half a second of their time. Purges, now and then, what lay in the bin too long.
 * @returns stops it.
 */
export function startScheduler(db: Db, watchers: Watchers): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let binSeenAt = 0;

  function wake() {
    if (stopped) return;
    if (Date.now() - binSeenAt >= BIN_EVERY_MS) {
      binSeenAt = Date.now();
      purgeBin(db, watchers);
    }
    timer = setTimeout(wake, publishAndWait(db, watchers));
  }

  wake();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

function publishAndWait(db: Db, { afterEach, report }: Watchers): number {
  try {
    publishDuePosts(db, Date.now());
    afterEach?.();
    const dueAt = nextDueAt(db);
    return dueAt === null ? LONGEST_WAIT_MS : Math.min(LONGEST_WAIT_MS, Math.max(10, dueAt - Date.now()));
  } catch (error) {
    report(error);
    return LONGEST_WAIT_MS;
  }
}

function purgeBin(db: Db, { report }: Watchers) {
  try {
    purgeOldBinned(db, Date.now());
  } catch (error) {
    report(error);
  }
}
