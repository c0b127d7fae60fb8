import type { Db } from '@/db/client';
import { nextDueAt, publishDuePosts } from '@/lib/posts/commands/publish-due';

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
 * once, the others within half a second of their time.
 * @returns stops it.
 */
export function startScheduler(db: Db, watchers: Watchers): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  function wake() {
    if (stopped) return;
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
