import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { FRUGAL_ENVIRONMENT, FRUGAL_OPTIONS } from './frugal.mjs';

/** Uses and frees large memory as pictures do, in sizes that glibc learns to keep, and prints what is left of it in MiB. */
const PROGRAM = `
  const sharp = require('sharp');
  const { readFileSync } = require('node:fs');
  const resident = () => Number(/VmRSS:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
  const picture = () => sharp({ create: { width: 4000, height: 3000, channels: 3, background: '#567' } });
  (async () => {
    await picture().resize(10).raw().toBuffer();
    const before = resident();
    for (let n = 0; n < 4; n += 1) {
      const data = await picture().raw().toBuffer();
      await sharp(data, { raw: { width: 4000, height: 3000, channels: 3 } }).resize(1600).webp().toBuffer();
    }
    globalThis.gc();
    await new Promise((done) => setTimeout(done, 100));
    globalThis.gc();
    console.log(Math.round(resident() - before));
  })();`;

test.runIf(process.platform === 'linux')('what large pictures used is returned to the system', () => {
  const options = [...FRUGAL_OPTIONS, '--expose-gc', '-e', PROGRAM];
  const left = (env: Record<string, string>) =>
    Number(
      spawnSync(process.execPath, options, { env: { ...process.env, ...env }, encoding: 'utf8' }).stdout,
    );
  const { MALLOC_ARENA_MAX } = FRUGAL_ENVIRONMENT;
  const [kept, returned] = [left({ MALLOC_ARENA_MAX }), left(FRUGAL_ENVIRONMENT)];
  expect(returned).toBeLessThan(kept);
});
