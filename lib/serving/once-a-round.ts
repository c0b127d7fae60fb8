import type { Server } from 'node:http';

/** libuv asks for up to 1,024 events at once; with more, one round can have several batches. */
const MOST_CONNECTIONS = 900;

/**
 * Makes a function that reads at most once in a round of the event loop, and returns the same until the round
 * ends. Only for requests as they arrive: all those of one round had begun to arrive before the first of them
 * was answered, so none was sent because of what another one was told. Where many connections are open, this is
 * not certain, and every call reads.
 */
export function onceARound<T>(read: () => T, isCrowded: () => boolean): () => T {
  let known: { value: T } | null = null;
  const forget = () => {
    known = null;
  };
  return () => {
    if (known) return known.value;
    const value = read();
    if (isCrowded()) return value;
    known = { value };
    // Runs right after the requests of this round.
    setImmediate(forget);
    return value;
  };
}

/** Returns a function that tells whether a server has so many connections that one round may have several batches. */
export function crowdOf(server: Server): () => boolean {
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    socket.once('close', () => {
      open -= 1;
    });
  });
  return () => open > MOST_CONNECTIONS;
}
