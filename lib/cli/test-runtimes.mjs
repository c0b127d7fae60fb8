import { checkNode } from './check-node.mjs';

if (checkNode()) import('./node-runtime.mjs').then(({ onSupportedNode }) => onSupportedNode(main));

/** Every major version of Node that we support. */
const MAJORS = [22, 24, 26];
const STARTS = 5;

/** Starts the built publication and runs the unit and integration tests on each Node in turn. */
async function main() {
  const { ensurePackages } = await import('./ensure-packages.mjs');
  const { ensureBuild } = await import('./ensure-build.mjs');
  const { ensureNode } = await import('./node-runtime.mjs');
  const { exitWithReason, say } = await import('./say.mjs');
  await exitWithReason(async () => {
    await ensurePackages();
    const release = await ensureBuild({ isCurrent: false });
    for (const major of MAJORS) {
      const node = await ensureNode(major);
      const readyMs = await startAgainAndAgain(node, release);
      say(
        `Node ${major}: ${STARTS} starts, each ready and stopped cleanly (${readyMs.map(Math.round).join(', ')} ms)`,
      );
      say(`Node ${major}: ${await runTests(node)}`);
    }
  });
}

/** @returns ms from each start to the first answer; the first start also makes the samples. */
async function startAgainAndAgain(node, release) {
  const { mkdtempSync, rmSync } = await import('node:fs');
  const { tmpdir } = await import('node:os');
  const { join } = await import('node:path');
  const dataDir = mkdtempSync(join(tmpdir(), 'broadside-runtime-'));
  try {
    const ready = [];
    for (let n = 0; n < STARTS; n += 1) ready.push(await startOnce(node, release, dataDir));
    return ready;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function startOnce(node, release, dataDir) {
  const { spawn } = await import('node:child_process');
  const { ROOT } = await import('./run-program.mjs');
  const { freePort } = await import('../process/free-port.mjs');
  const { Trouble } = await import('./say.mjs');
  const port = await freePort();
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), npm_lifecycle_event: '' };
  const startedAt = performance.now();
  const child = spawn(node, [`${release}/broadside.mjs`], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code)));
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer?.ok) break;
    await new Promise((done) => setTimeout(done, 10));
  }
  const readyMs = performance.now() - startedAt;
  child.kill('SIGTERM');
  const code = await ended;
  if (code !== 0) throw new Trouble(`The publication exited with code ${code} on ${node}.`, output);
  return readyMs;
}

async function runTests(node) {
  const { packageProgram, runProgram } = await import('./run-program.mjs');
  const { Trouble } = await import('./say.mjs');
  const { dirname, delimiter } = await import('node:path');
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    NO_COLOR: '1',
    PATH: [dirname(node), process.env.PATH].join(delimiter),
  };
  const { code, output } = await runProgram(node, [packageProgram('vitest/vitest.mjs'), 'run'], { env });
  if (code !== 0) throw new Trouble('The tests fail on this Node. See above.', output);
  return /Tests\s+(.*)/.exec(output)?.[1] ?? 'no count was printed';
}
