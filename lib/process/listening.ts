import { createServer, type Server } from 'node:http';

/** Where a server listens; without a host, at all addresses of the machine. */
interface Place {
  port: number;
  host?: string | undefined;
}

/** Returns the server's address on this machine. */
export function addressOf({ host, port }: Place): { port: number; url: string } {
  const name = host === undefined || host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return { port, url: `http://${name.includes(':') ? `[${name}]` : name}:${port}` };
}

/** Makes a server listen. @throws when the port is taken. */
export function listen(server: Server, { port, host }: Place): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      done();
    });
  });
}

/** Checks that a port is free before any work is done. @throws when it is taken. */
export async function tryPort(place: Place): Promise<void> {
  const probe = createServer();
  await listen(probe, place);
  await new Promise((done) => probe.close(done));
}
