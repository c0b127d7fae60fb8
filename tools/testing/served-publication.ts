import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { movedFeed } from '@/lib/formats/feeds/old-addresses';
import type { Publication } from '@/lib/serving/publication';
import type { NextHandler } from '@/lib/serving/render';
import { ROUTES } from '@/lib/serving/routes';
import { servePublication as serveOn } from '@/lib/serving/serve';
import { parseEnvironment } from '@/lib/settings/environment';

/** A whole answer of a publication. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A request without its target. */
export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

const FEED = { 'content-type': 'application/rss+xml' };

/** Serves a publication with a stand-in for Next: without a database, and with parts that a test provides. */
export async function servePublication(parts: Partial<Publication> & { next: NextHandler }) {
  const server = createServer();
  serveOn(server, {
    settings: parseEnvironment({}),
    routes: ROUTES,
    isDev: false,
    buildDir: '.next',
    currentVersion: () => 1,
    fingerprints: null,
    mainLanguage: () => 'en',
    languages: () => ['en', 'km'],
    hasPage: () => true,
    answerNoFile: () => new Response(null, { status: 404 }),
    findMissing: () => ({ kind: 'missing' }),
    findFormerFeed: (target) => ({ kind: 'redirect', location: movedFeed(target) }),
    answerFeed: (path) =>
      new Response('<rss/>', { status: path.includes('nothing') ? 404 : 200, headers: FEED }),
    answerIcon: async () => new Response('icon', { headers: { 'content-type': 'image/png' } }),
    isSession: () => false,
    isPreviewOpen: () => false,
    faults: () => [],
    isServedMedia: () => true,
    healthToken: 'token-of-the-operator',
    report: (error) => {
      throw error;
    },
    warn: () => undefined,
    ...parts,
  });
  let requests = 0;
  server.on('request', () => {
    requests += 1;
  });
  await new Promise<void>((done) => server.listen(0, done));
  const { port } = server.address() as AddressInfo;
  return {
    close: () => server.close(),
    /** How many requests Node's server read; the others were answered before it. */
    requestsRead: () => requests,
    /** Sends the target exactly as given: other clients normalise it. */
    ask: (path: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> =>
      new Promise((done, fail) => {
        request({ port, path, method, headers }, (answer) => {
          const { statusCode = 0, headers: sent } = answer;
          text(answer).then((whole) => done({ status: statusCode, headers: sent, body: whole }), fail);
        })
          .once('error', fail)
          .end(body);
      }),
    /** Opens a connection, sends bytes as they are, and leaves it open. */
    open: (bytes: string): Promise<Socket> =>
      new Promise((done, fail) => {
        const socket = connect(port).on('error', fail);
        socket.write(bytes, () => done(socket));
      }),
    /** Sends bytes as they are. @returns what the server sent before it closed the connection. */
    askRaw: (bytes: string): Promise<string> => {
      const socket = connect(port);
      socket.write(bytes);
      return text(socket);
    },
  };
}
