import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { readPlainRequest } from './plain-request';
import { type AnswerQuickly, type QuickAnswer, WrittenAnswers } from './quick-answers';

/** As long as Node waits beyond what it tells the client. */
const GRACE_MS = 1000;
/** A client that has taken nothing of its answer for so long is gone, in ms. */
const SEND_MS = 60_000;

/**
 * Answers plain requests before Node's HTTP server sees them: its request and response objects cost more than an
 * answer from a cache. Each connection begins here; the first request that is not plain, or that only Node's server
 * can answer, goes with its connection to that server, which keeps it.
 */
export class QuickConnections {
  readonly #open = new Map<Socket, QuickConnection>();
  #isOver = false;

  /** @param server one that nothing else listens to yet. */
  constructor(server: Server, answer: AnswerQuickly) {
    // Node documents that connections can be given to its server with this event.
    const takeOver = server.listeners('connection');
    server.removeAllListeners('connection');
    const parts: Parts = {
      answer: (request, address) => (this.#isOver ? null : answer(request, address)),
      isOver: () => this.#isOver,
      written: new WrittenAnswers(server.keepAliveTimeout),
      idleMs: server.keepAliveTimeout + GRACE_MS,
    };
    server.on('connection', (socket: Socket) => {
      const leave = () => this.#open.delete(socket);
      const handOver = () => {
        leave();
        for (const listener of takeOver) listener.call(server, socket);
      };
      this.#open.set(socket, new QuickConnection(socket, { ...parts, leave, handOver }));
    });
  }

  /** Checks whether a connection is here, and all that arrived on it has been answered. */
  hasAnswered(socket: Socket): boolean {
    return this.#open.get(socket)?.hasAnswered ?? false;
  }

  /** From here on Node's server answers everything, so that it can close connections after their answer. */
  stop(): void {
    this.#isOver = true;
  }
}

interface Parts {
  answer: AnswerQuickly;
  /** Whether the answers that are under way are the last ones. */
  isOver: () => boolean;
  written: WrittenAnswers;
  /** How long a connection may be quiet. */
  idleMs: number;
}

interface ConnectionParts extends Parts {
  leave: () => void;
  /** Gives the connection to Node's server. */
  handOver: () => void;
}

/** A connection until it is handed over. */
class QuickConnection {
  readonly #socket: Socket;
  readonly #parts: ConnectionParts;
  /** `late`: the client has taken nothing of an answer for some time. */
  #state: 'unused' | 'waiting' | 'answered' | 'late' = 'unused';

  constructor(socket: Socket, parts: ConnectionParts) {
    this.#socket = socket;
    this.#parts = parts;
    socket.setTimeout(parts.idleMs);
    socket.on('data', this.#onData).on('timeout', this.#onTimeout).on('end', this.#onEnd);
    socket.on('error', this.#onError).on('close', parts.leave);
  }

  get hasAnswered(): boolean {
    return this.#state !== 'waiting';
  }

  readonly #onData = (bytes: Buffer): void => {
    if (this.#state === 'waiting') {
      this.#putBack(bytes);
      return;
    }
    const answer = this.#answerTo(bytes);
    if (answer instanceof Promise) void this.#answerLater(bytes, answer);
    else if (answer) this.#send(answer);
    else this.#handOver(bytes);
  };

  readonly #onTimeout = (): void => {
    // A browser may open a connection long before it needs it.
    if (this.#state === 'unused') this.#handOver(null);
    else if (this.#socket.writableLength === 0 || this.#state === 'late') this.#socket.destroy();
    else {
      this.#state = 'late';
      this.#socket.setTimeout(SEND_MS);
    }
  };

  readonly #onEnd = () => this.#socket.end();

  readonly #onError = () => this.#socket.destroy();

  /** Node's server meets the same errors, and has an answer to them. */
  #answerTo(bytes: Buffer): ReturnType<AnswerQuickly> {
    const request = readPlainRequest(bytes);
    try {
      return request && this.#parts.answer(request, this.#socket.remoteAddress ?? '');
    } catch {
      return null;
    }
  }

  async #answerLater(bytes: Buffer, later: Promise<QuickAnswer | null>): Promise<void> {
    this.#state = 'waiting';
    this.#socket.setTimeout(0);
    this.#socket.pause();
    const answer = await later.catch(() => null);
    if (this.#socket.destroyed) return;
    if (!answer) this.#handOver(bytes);
    else if (this.#parts.isOver()) this.#socket.end(this.#parts.written.lastBytesOf(answer));
    else this.#send(answer);
  }

  #send(answer: QuickAnswer): void {
    const socket = this.#socket;
    if (this.#state !== 'answered') socket.setTimeout(this.#parts.idleMs);
    this.#state = 'answered';
    socket.write(this.#parts.written.bytesOf(answer));
    if (socket.writableLength > 0 && socket.writableNeedDrain) {
      // The client is slower than we are; its next request waits in the system.
      socket.pause();
      socket.once('drain', () => socket.resume());
    } else if (socket.isPaused()) socket.resume();
  }

  #handOver(bytes: Buffer | null): void {
    const socket = this.#socket;
    socket.off('data', this.#onData).off('timeout', this.#onTimeout).off('end', this.#onEnd);
    socket.off('close', this.#parts.leave);
    socket.setTimeout(0);
    if (bytes) this.#putBack(bytes);
    this.#parts.handOver();
    socket.off('error', this.#onError);
    socket.resume();
  }

  /** What was read is read again when the connection is resumed. */
  #putBack(bytes: Buffer): void {
    this.#socket.pause();
    this.#socket.unshift(bytes);
  }
}
