import { connect, createServer, type Server, type Socket } from 'node:net';

const VERSION = 5;
const CONNECT = 1;
const NAME = 3;
const GRANTED = Buffer.from([VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0]);

/** A SOCKS 5 proxy for tests, which notes what it was asked for, and connects to one server whatever that was. */
export interface SocksServer {
  /** Its address, as the setting takes it. */
  url: string;
  /** What was asked for, as `host:port`. */
  asked: string[];
  close: () => Promise<void>;
}

/** Starts a proxy. @param target the port of a server of this machine. @see https://www.rfc-editor.org/rfc/rfc1928 */
export async function startSocksServer(target: number): Promise<SocksServer> {
  const asked: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => client.destroy());
    client.once('data', () => {
      // No authentication.
      client.write(Buffer.from([VERSION, 0]));
      client.once('data', (request: Buffer) => answer(client, request));
    });
  });
  function answer(client: Socket, request: Buffer) {
    const length = request[4] ?? 0;
    if (request[1] !== CONNECT || request[3] !== NAME) {
      client.destroy();
      return;
    }
    asked.push(`${request.toString('latin1', 5, 5 + length)}:${request.readUInt16BE(5 + length)}`);
    const upstream = connect(target, '127.0.0.1', () => {
      client.write(GRANTED);
      client.pipe(upstream).pipe(client);
    });
    open.add(upstream);
    upstream.on('error', () => client.destroy());
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `socks5://127.0.0.1:${portOf(server)}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port.');
  return address.port;
}
