/** The longest that a timer runs: one that slept with the machine is late by no more than this. */
const LONGEST_WAIT_MS = 20_000;
/** The server's own clock looks twice a second. */
const SOON_MS = 500;
const MINUTE_MS = 60_000;

/** What the watch uses of the editor. */
interface DueParts {
  /** When the post is due, epoch ms by the server's clock. */
  at: number;
  /** The server's clock, as far as it is known, epoch ms. */
  now: () => number;
  /** Asks the server; whoever hears that the post is published ends the watch. */
  ask: () => Promise<void>;
}

/**
 * Asks at once, to know the server's clock, and again when the post is due, until the watch is ended: twice a second
 * for a minute, then once a minute. Until then nothing is asked. @returns a function that ends it.
 */
export function watchDue({ at, now, ask }: DueParts): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const next = () => {
    if (isOver) return;
    const wait = at - now();
    if (wait > 0) timer = setTimeout(next, Math.min(wait, LONGEST_WAIT_MS));
    else timer = setTimeout(look, wait > -MINUTE_MS ? SOON_MS : MINUTE_MS);
  };
  const look = () => void ask().then(next);
  look();
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}
