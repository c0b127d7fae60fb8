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
    longestRunMs: 30_000,
    isPaced: true,
  });
}

/**
 * Makes the queue of what people without a session ask of the admin: its pages, signing in and setting up. It
 * is separate, so that a flood of readers' pages does not keep an author from signing in.
 */
export function strangersQueue(): BoundedQueue {
  return new BoundedQueue('sign-in', {
    atOnce: 1,
    longestLine: 128,
    longestLineOfClient: 32,
    longestWaitMs: 10_000,
    isPaced: true,
  });
}
