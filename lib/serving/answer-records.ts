import type { Answered } from './answer-counts';
import type { Route } from './route';

/** A slower answer is recorded, in ms. */
const SLOW_MS = 250;
/** The time for a larger answer depends on the client's connection, not on the publication. */
const LARGE_BYTES = 256 * 1024;
/** So many records of one route a minute show what is wrong; the others are counted, or a flood would fill the disk. */
const AT_MOST = 5;
const PER_MS = 60_000;

interface Options {
  write: (record: string) => void;
  /** Monotonic ms. */
  now?: () => number;
}

/**
 * Records the answers that failed (status 500 and above) or were slow, with their address, status and time, and
 * nothing about the client.
 */
export function answerRecorder({ write, now = () => performance.now() }: Options) {
  const counts = new Map<Route, { since: number; seen: number }>();
  return (answered: Answered, route: Route): void => {
    const { method, path, status, ms, bytes } = answered;
    const isFailed = status >= 500;
    if (!isFailed && (ms <= SLOW_MS || bytes > LARGE_BYTES)) return;
    const at = now();
    let count = counts.get(route);
    if (!count || at - count.since > PER_MS) {
      if (count && count.seen > AT_MOST)
        write(`${count.seen - AT_MOST} more failed or slow: ${route.pattern}`);
      count = { since: at, seen: 0 };
      counts.set(route, count);
    }
    count.seen += 1;
    if (count.seen <= AT_MOST)
      write(`${isFailed ? 'Failed' : 'Slow'}: ${method} ${path}, status ${status}, ${Math.round(ms)} ms`);
  };
}
