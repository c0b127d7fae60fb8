import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Server as NetServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { stopWithNpm } from './parent-watch.mjs';
import type { QuickConnections } from './quick-connections';

/** How long a process may take to stop, in ms. */
export const STOP_TIMEOUT_MS = 5000;
/** How long requests in progress may take to finish before the process ends, in ms. */
const FINISH_WITHIN_MS = STOP_TIMEOUT_MS / 2;
/** The same before a switch, for which every reader waits: a page takes a tenth of this, and downloads resume. */
const FINISH_BEFORE_SWITCH_MS = 500;
const LOOK_FOR_QUIET_EVERY_MS = 20;
/** The part of the time within which a client that sends request after request does so. */
const QUIET_PART = 1 / 5;

const QUICK_TURN_MS = 1;
const MOST_TURNS = 20;

/** A process that fails sooner after its start would only fail again, in ms. */
const SOUND_AFTER_MS = 10_000;

/**
 * Stops the process on Ctrl-C, on a supervisor's signal, or when the npm that started it has ended. A second
 * request to stop changes nothing. After an uncaught exception, when nothing in memory can be relied on, it records the
 * exception, stops in the same order and begins anew.
 * @param stop ends everything in order, and receives how long requests in progress may take; the process ends
 *   when it is done, or after five seconds.
 * @param options.onEnd the last thing that is done before the process ends.
 * @param options.onSwitch what replaces the end after SIGUSR2, when an upgrade takes over; the process ends
 *   if it returns.
 * @param options.onFault begins the program anew; the process ends with status 1 if it returns.
 */
export function stopWhenTold(
  stop: (finishWithinMs: number) => Promise<void>,
  { onEnd, onSwitch, onFault }: { onEnd: () => void; onSwitch: () => void; onFault: () => void },
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
  const end = (code = 0) => {
    onEnd();
    process.exit(code);
  };
  const switchOrEnd = () => {
    onSwitch();
    end();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopThen(() => end()));
  if (process.platform !== 'win32')
    process.on('SIGUSR2', () => stopThen(switchOrEnd, FINISH_BEFORE_SWITCH_MS));
  process.on('uncaughtException', (error) => {
    console.error('Uncaught:', error);
    stopThen(() => {
      if (process.uptime() * 1000 > SOUND_AFTER_MS) onFault();
      end(1);
    });
  });
  stopWithNpm(() => stopThen(() => end()));
}

/**
 * Watches the connections of a server, which must not listen yet.
 * @param quick those that have needed no request objects.
 * @returns a function that closes it without cutting off a request that reached it: it answers what it has received
 *   and what a connection still sends, with `Connection: close`, closes connections that stay quiet for `quietMs`, and
 *   cuts off the rest after `finishWithinMs`.
 * @see https://www.rfc-editor.org/rfc/rfc9112#section-9.6
 */
export function gracefulClose(
  server: Server,
  quick: QuickConnections | null = null,
): (finishWithinMs: number, quietMs?: number) => Promise<void> {
  const connections = new Connections(server, quick);
  return async (finishWithinMs, quietMs = finishWithinMs * QUIET_PART) => {
    connections.closeAfterAnswers();
    connections.pause();
    await quickTurn();
    await new Promise<void>((done) => {
      const quiet = setInterval(
        () => setImmediate(() => connections.closeQuiet(quietMs)),
        LOOK_FOR_QUIET_EVERY_MS,
      );
      const late = setTimeout(() => connections.cutOff(), finishWithinMs);
      // Not the `close` of an HTTP server, which cuts off connections whose next request has not been read yet.
      NetServer.prototype.close.call(server, () => {
        clearInterval(quiet);
        clearTimeout(late);
        done();
      });
      connections.resume();
    });
  };
}

/**
 * Waits for a turn of the event loop with little work. Connections that wait in the system's queue are accepted at each
 * turn, and closing the server resets those that came since: the shorter the turn, the fewer.
 */
async function quickTurn(): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const before = performance.now();
    await nextTurn();
    if (turn > 0 && performance.now() - before < QUICK_TURN_MS) return;
  }
}

/** The connections of a server, with what must be known of each before it is closed. */
class Connections {
  readonly #open = new Map<Socket, { quietSince: number; bytesRead: number }>();
  readonly #inProgress = new Set<ServerResponse>();
  readonly #quick: QuickConnections | null;
  #isStopping = false;
  #isPaused = false;

  constructor(server: Server, quick: QuickConnections | null) {
    this.#quick = quick;
    server.on('connection', (socket: Socket) => {
      this.#open.set(socket, { quietSince: 0, bytesRead: 0 });
      socket.once('close', () => this.#open.delete(socket));
      if (this.#isPaused) socket.pause();
    });
    server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
      if (this.#isStopping) response.shouldKeepAlive = false;
      this.#inProgress.add(response);
      response.once('close', () => {
        this.#inProgress.delete(response);
        const known = this.#open.get(request.socket);
        if (known) known.bytesRead = request.socket.bytesRead;
      });
    });
  }

  /** Makes each answer that has not begun the last one of its connection. */
  closeAfterAnswers(): void {
    this.#isStopping = true;
    this.#quick?.stop();
    for (const response of this.#inProgress) if (!response.headersSent) response.shouldKeepAlive = false;
  }

  /** Reads no requests until `resume`: accepting connections leaves no time for anything else. */
  pause(): void {
    this.#isPaused = true;
    for (const socket of this.#open.keys()) socket.pause();
  }

  resume(): void {
    this.#isPaused = false;
    for (const socket of this.#open.keys()) socket.resume();
  }

  /** Closes the connections that have had nothing to say for a time in ms. */
  closeQuiet(quietMs: number): void {
    const now = performance.now();
    const answering = new Set([...this.#inProgress].map(({ req }) => req.socket));
    for (const [socket, known] of this.#open) {
      // More bytes than its last request had: the head of another one is on its way.
      const isAnswered = this.#quick?.hasAnswered(socket) || socket.bytesRead === known.bytesRead;
      const isQuiet = !answering.has(socket) && isAnswered;
      if (!isQuiet) known.quietSince = 0;
      else if (known.quietSince === 0) known.quietSince = now;
      else if (now - known.quietSince >= quietMs) socket.destroySoon();
    }
  }

  /** Also cuts off connections that CONNECT or an upgrade took from the server. */
  cutOff(): void {
    for (const socket of this.#open.keys()) socket.destroy();
  }
}
