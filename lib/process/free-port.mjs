import { createServer } from 'node:net';

const LOWEST = 20_000;
const COUNT = 12_000;

/**
 * A port that nobody listens at, below those that systems give to connections that go out: a server
 * that is stopped for a while finds it free again.
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = LOWEST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
}

/**
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function isFree(port) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(false));
    probe.listen(port, () => probe.close(() => done(true)));
  });
}
