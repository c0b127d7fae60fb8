import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import inject from 'light-my-request';
import type { SearchPart } from '@/lib/posts/search-in-thread';

/** What Next answered to an internal request. */
export interface Rendered {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** What is put into the slot of the body when all else of the page is ready (`search-frame.ts`). */
  part?: SearchPart;
}

/** Next's request handler. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Renders a path with its query. */
export type Render = (path: string, headers?: Record<string, string>) => Promise<Rendered>;

/**
 * Requests a page from Next within the process. Only the client headers that a caller names reach it, so
 * nothing that one reader sends can change what others get.
 * @param siteUrl the source of the host that Next sees, whatever host the client named.
 */
export function renderWith(handler: NextHandler, siteUrl: string): Render {
  const { host, protocol } = new URL(siteUrl);
  const fixed = { host, 'x-forwarded-proto': protocol.slice(0, -1), 'user-agent': 'Broadside' };
  return async (path, headers = {}) => {
    const answer = await inject((request, response) => void handle(handler, request, response), {
      method: 'GET',
      url: path,
      headers: { ...headers, ...fixed },
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
  };
}

/**
 * Passes a client's request to Next when its body is complete, so that no slow client holds a place in a queue.
 * Nothing of the client is hidden from Next.
 */
export async function askNext(
  handler: NextHandler,
  { method = 'GET', url = '/', headers }: IncomingMessage,
  body: Buffer,
): Promise<Rendered> {
  const { 'content-length': _length, 'transfer-encoding': _coding, expect: _expect, ...kept } = headers;
  const answer = await inject((request, response) => void handle(handler, request, response), {
    method: method as 'GET',
    url,
    headers: kept,
    ...(body.length > 0 && { payload: body }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.rawPayload };
}

async function handle(handler: NextHandler, request: unknown, response: unknown) {
  const outgoing = response as ServerResponse;
  try {
    await handler(request as IncomingMessage, outgoing);
  } catch (error) {
    outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
