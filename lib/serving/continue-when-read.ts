import { IncomingMessage, type ServerResponse } from 'node:http';

/** Requests whose client waits to be told that its body is wanted. */
const waiting = new WeakSet<IncomingMessage>();

/**
 * Meets `Expect: 100-continue` only when something begins to read the body. So a body that is refused, because of
 * its length, its type or a full queue, is never sent.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1
 */
export function continueWhenRead(request: IncomingMessage, response: ServerResponse): void {
  const { shouldKeepAlive } = response;
  waiting.add(request);
  // Refused clients may send the body all the same, or leave it out: what follows on the connection is unknown.
  response.shouldKeepAlive = false;
  request._read = (size) => {
    if (waiting.delete(request) && !response.headersSent) {
      response.shouldKeepAlive = shouldKeepAlive;
      response.writeContinue();
    }
    IncomingMessage.prototype._read.call(request, size);
  };
}

/** Checks whether the client of a request waits to be told that its body is wanted. */
export function waitsToContinue(request: IncomingMessage): boolean {
  return waiting.has(request);
}
