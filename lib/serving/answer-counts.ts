import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Route } from './route';

/** What is known of an answer afterwards: nothing of who asked, and no query. */
export interface Answered {
  /** The path, percent-encoded; the pattern of the row where the path is not for readers, since it may be a secret. */
  path: string;
  status: number;
  /** Bytes sent, head and body, as far as the client took them. */
  bytes: number;
}

/** Told of each answer after it was sent. */
export type AnswerHook = (answered: Answered) => void;

/** Tells a hook of the answer to a request, once it is over. */
export function tellAfter(
  request: IncomingMessage,
  response: ServerResponse,
  { pattern, isClosed }: Pick<Route, 'pattern' | 'isClosed'>,
  hook: AnswerHook,
): void {
  const { socket, url = '/' } = request;
  const sentBefore = socket.bytesWritten;
  response.once('close', () => {
    // A client that went away before an answer began has none.
    if (!response.headersSent) return;
    const path = isClosed ? pattern : (url.split('?', 1)[0] ?? '/');
    hook({ path, status: response.statusCode, bytes: socket.bytesWritten - sentBefore });
  });
}

/** What the operator is shown of the answers since the start. */
export interface AnswerTotals {
  /** How many, by status. */
  answers: Record<string, number>;
  bytes: number;
}

/** Counts answers by status, in memory. */
export function answerCounter(): { hook: AnswerHook; totals: () => AnswerTotals } {
  const answers: Record<string, number> = {};
  let bytes = 0;
  return {
    hook: (answered) => {
      answers[answered.status] = (answers[answered.status] ?? 0) + 1;
      bytes += answered.bytes;
    },
    totals: () => ({ answers: { ...answers }, bytes }),
  };
}
