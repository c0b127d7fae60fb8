import type { IncomingMessage, ServerResponse } from 'node:http';

/** What is recorded of a finished answer: nothing about the client, and no query. */
export interface Answered {
  method: string;
  /** The percent-encoded path, or the pattern of its row (`recordedPath`). */
  path: string;
  status: number;
  /** Bytes sent, head and body, as far as the client received them. */
  bytes: number;
  /** From the arrival of the request, its body included, until the answer was handed to the system. */
  ms: number;
}

/** Called with each answer after it was sent. */
export type AnswerHook = (answered: Answered) => void;

/** Calls a hook with the answer to a request once it is finished. @param path what is recorded of the target. */
export function tellAfter(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  hook: AnswerHook,
): void {
  const { socket, method = '' } = request;
  const sentBefore = socket.bytesWritten;
  let startedAt = performance.now();
  // The time of an upload is that of the client's connection.
  if (method !== 'GET' && method !== 'HEAD') request.once('end', () => (startedAt = performance.now()));
  response.once('close', () => {
    // If the client disconnected before the answer began, there is none.
    if (!response.headersSent) return;
    const ms = performance.now() - startedAt;
    hook({ method, path, status: response.statusCode, bytes: socket.bytesWritten - sentBefore, ms });
  });
}

/** What the operator sees of the answers since the start. */
export interface AnswerTotals {
  /** The number of answers by status. */
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
