/** How often the event loop is looked at, in ms. */
const EVERY_MS = 100;
/** A longer stall is recorded: readers waited for as long. */
const STALL_MS = 250;

/**
 * Reports each time that the event loop stood still, which nothing else shows: while it does, no request is
 * answered.
 * @param report receives the length of the stall in ms.
 * @returns a function that ends the watch.
 */
export function watchStalls(report: (ms: number) => void): () => void {
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    const stalled = now - last - EVERY_MS;
    last = now;
    if (stalled > STALL_MS) report(stalled);
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
