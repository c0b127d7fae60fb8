import type { Duplex } from 'node:stream';

/**
 * Refuses a CONNECT, for which Node would close the connection without an answer. There is no response object
 * for it: an earlier answer on the same connection may still be under way.
 * @param headers of every answer.
 */
export function refuseTunnel(socket: Duplex, headers: Record<string, string>): void {
  // From here on Node does not watch the connection: a lost one must not end the process.
  socket.on('error', () => socket.destroy());
  const all = { ...headers, allow: 'GET, HEAD', 'content-length': '0', connection: 'close' };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  // Nor does any timeout apply: a client that stays connected would hold the connection, and delay a stop.
  socket.end(`HTTP/1.1 405 Method Not Allowed\r\n${lines.join('')}\r\n`, () => socket.destroy());
}
