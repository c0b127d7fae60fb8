import { createServer } from 'node:net';

const LOWEST = 20_000;
const COUNT = 12_000;

const TRIES = 100;

/**
 * Returns a free port of the loopback address, below the range that systems use for outgoing connections, so
 * that a server that is stopped for a while finds it free again.
 * @returns {Promise<number>}
 * @throws when a hundred of them are taken, or no port can be opened at all.
 */
export async function freePort() {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const port = LOWEST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port between ${LOWEST} and ${LOWEST + COUNT} is free.`);
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 * @throws the error that prevents a free port from being opened.
 */
function isFree(port) {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', (error) =>
      'code' in error && error.code === 'EADDRINUSE' ? done(false) : fail(error),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => done(true)));
  });
}
