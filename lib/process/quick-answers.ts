import type { PlainRequest } from './plain-request';

/** An answer that needs no more work. */
export interface QuickAnswer {
  status: number;
  /** The status line and headers, without `Date` and those of the connection; each line with its end. */
  head: string;
  body: Buffer;
}

/**
 * Returns the answer to a request, now or later; null if Node's server must answer.
 * @param address the network address at the other end of the connection.
 */
export type AnswerQuickly = (
  request: PlainRequest,
  address: string,
) => QuickAnswer | null | Promise<QuickAnswer | null>;

const SECOND_MS = 1000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Writes answers out. Those of one second have the same date, so the same answer is the same bytes. */
export class WrittenAnswers {
  readonly #lastLines: string;
  readonly #now: () => number;
  #second = 0;
  #lines = '';
  #bytes = new Map<QuickAnswer, Buffer>();
  #total = 0;

  /** @param keepAliveMs how long a connection stays open after an answer. */
  constructor(keepAliveMs: number, now: () => number = Date.now) {
    const seconds = Math.floor(keepAliveMs / SECOND_MS);
    this.#lastLines = `Connection: keep-alive\r\nKeep-Alive: timeout=${seconds}\r\n\r\n`;
    this.#now = now;
  }

  /** Returns an answer as it is sent: one write of joined bytes costs less than one of two parts. */
  bytesOf(answer: QuickAnswer): Buffer {
    this.#forgetLastSecond();
    const known = this.#bytes.get(answer);
    if (known) return known;
    const bytes = Buffer.concat([Buffer.from(answer.head + this.#lines, 'latin1'), answer.body]);
    if (this.#total + bytes.length > MOST_BYTES) return bytes;
    this.#total += bytes.length;
    this.#bytes.set(answer, bytes);
    return bytes;
  }

  /** Returns an answer as it is sent when it ends its connection. */
  lastBytesOf({ head, body }: QuickAnswer): Buffer {
    const lines = `${dateLine(this.#now())}Connection: close\r\n\r\n`;
    return Buffer.concat([Buffer.from(head + lines, 'latin1'), body]);
  }

  #forgetLastSecond(): void {
    const second = Math.floor(this.#now() / SECOND_MS);
    if (second === this.#second) return;
    this.#second = second;
    this.#lines = dateLine(this.#now()) + this.#lastLines;
    this.#bytes = new Map();
    this.#total = 0;
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1 */
function dateLine(now: number): string {
  return `Date: ${new Date(now).toUTCString()}\r\n`;
}
