import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import inject from 'light-my-request';

/** What Next answered to a request of ours. */
export interface Rendered {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

/** Next's own way to take a request. */
export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Renders a path with its query. */
export type Render = (path: string, headers?: Record<string, string>) => Promise<Rendered>;

/**
 * Asks Next for a page inside the process. No header of the client reaches it but those that a
 * caller names, so nothing that one reader sends can change what others get.
 * @param siteUrl whose host Next sees, whatever host the client named.
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

async function handle(handler: NextHandler, request: unknown, response: unknown) {
  const outgoing = response as ServerResponse;
  try {
    await handler(request as IncomingMessage, outgoing);
  } catch (error) {
    outgoing.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
