import type { Server } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { stopWithNpm } from './parent-watch.mjs';

/** How long a process may take to stop, in ms. */
export const STOP_TIMEOUT_MS = 5000;
/** How long requests in progress may take to finish before the process ends, in ms. */
const FINISH_WITHIN_MS = STOP_TIMEOUT_MS / 2;
/** The same before a switch, for which every reader waits: a page takes a tenth of this, and downloads resume. */
const FINISH_BEFORE_SWITCH_MS = 500;
const LOOK_FOR_IDLE_EVERY_MS = 20;

/**
 * Stops the process on Ctrl-C, on a supervisor's signal, or when the npm that started it has ended. A second
 * request to stop changes nothing.
 * @param stop ends everything in order, and receives how long requests in progress may take; the process ends
 *   when it is done, or after five seconds.
 * @param options.onEnd the last thing that is done before the process ends.
 * @param options.onSwitch what replaces the end after SIGUSR2, when an upgrade takes over; the process ends
 *   if it returns.
 */
export function stopWhenTold(
  stop: (finishWithinMs: number) => Promise<void>,
  { onEnd, onSwitch }: { onEnd: () => void; onSwitch: () => void },
): void {
  let isStopping = false;
  const stopThen = (afterwards: () => void, finishWithinMs = FINISH_WITHIN_MS) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(afterwards, STOP_TIMEOUT_MS).unref();
    stop(finishWithinMs)
      .then(afterwards)
      .catch((error: unknown) => {
        console.error(error);
        process.exit(1);
      });
  };
  const end = () => {
    onEnd();
    process.exit(0);
  };
  const switchOrEnd = () => {
    onSwitch();
    end();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopThen(end));
  if (process.platform !== 'win32')
    process.on('SIGUSR2', () => stopThen(switchOrEnd, FINISH_BEFORE_SWITCH_MS));
  stopWithNpm(() => stopThen(end));
}

/**
 * Watches the connections of a server, which must not listen yet.
 * @returns a function that closes it: it gives requests in progress the given time (ms) before it cuts them off, and
 *   closes unused connections.
 */
export function gracefulClose(server: Server): (finishWithinMs: number) => Promise<void> {
  const connections = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });
  const closeUnused = () => {
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
  };
  // Not `closeAllConnections`, which does not know connections that CONNECT or an upgrade took from the server.
  const closeAll = () => {
    for (const socket of connections) socket.destroy();
  };
  const closeIdle = () => {
    server.closeIdleConnections();
    // A browser opens some in advance, and Node does not count those as idle. Received data is read first.
    setImmediate(closeUnused);
  };
  return (finishWithinMs) =>
    new Promise((done) => {
      // Node closes the connections that are idle now, but keeps one for seconds that becomes idle after its
      // answer.
      const idle = setInterval(closeIdle, LOOK_FOR_IDLE_EVERY_MS);
      const late = setTimeout(closeAll, finishWithinMs);
      // Not the `close` of an HTTP server: on Node 26 it cuts off connections whose first request is on its way.
      NetServer.prototype.close.call(server, () => {
        clearInterval(idle);
        clearTimeout(late);
        done();
      });
    });
}
