import type { Server } from 'node:http';
import { stopWithNpm } from './parent-watch.mjs';

/** How long a process that was told to stop may take, in ms. */
export const LONGEST_STOP_MS = 5000;

/**
 * Stops the process when it is told to: by Ctrl-C, by a supervisor's signal, or since the npm that
 * started it has ended. Being told twice changes nothing.
 * @param stop ends everything in order; the process ends when it is done, or after five seconds.
 * @param options.onSwitch what comes in place of the end after SIGUSR2, when an upgrade takes over.
 */
export function stopWhenTold(stop: () => Promise<void>, { onSwitch }: { onSwitch: () => void }): void {
  let isStopping = false;
  const stopThen = (afterwards: () => void) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(afterwards, LONGEST_STOP_MS).unref();
    stop().then(afterwards, (error: unknown) => {
      console.error(error);
      process.exit(1);
    });
  };
  const end = () => process.exit(0);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopThen(end));
  if (process.platform !== 'win32') process.on('SIGUSR2', () => stopThen(onSwitch));
  stopWithNpm(() => stopThen(end));
}

/** Lets requests under way finish, and closes connections that wait for nothing. */
export function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((done) => {
    server.close(() => done());
  });
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), LONGEST_STOP_MS / 2).unref();
  return closed;
}
