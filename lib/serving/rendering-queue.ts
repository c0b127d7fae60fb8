import { BoundedQueue } from '../process/bounded-queue';

/**
 * Makes the queue of everything that Next renders for people without an account. Rendering blocks the event
 * loop for milliseconds at a time, so one page is rendered at a time, with pauses while others wait: cached
 * pages, media and the health check are answered in between.
 */
export function renderingQueue(): BoundedQueue {
  return new BoundedQueue('rendering', {
    atOnce: 1,
    longestLine: 256,
    longestLineOfClient: 48,
    longestWaitMs: 8000,
    isPaced: true,
  });
}
