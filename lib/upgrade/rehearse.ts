import { type ChildProcess, spawn } from 'node:child_process';
import { copyFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { freePort } from '@/lib/process/free-port.mjs';
import { STOP_TIMEOUT_MS } from '@/lib/process/stop';
import { findFault } from './health';

const READY_WITHIN_MS = 120_000;
/** A little longer than a server allows itself. */
const STOPPED_WITHIN_MS = STOP_TIMEOUT_MS + 1000;

/**
 * Starts a release on a copy of the database, on a separate port and without background jobs, and checks its
 * answers. The publication is not changed.
 * @param backup a backup of the publication, which is not changed.
 * @throws OperatorError with the release's output, when it does not answer.
 */
export async function rehearse(release: string, backup: string): Promise<void> {
  const dataDir = await mkdtemp(join(dirname(backup), 'rehearsal-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  try {
    await copyFile(join(backup, 'broadside.db'), join(dataDir, 'broadside.db'));
    await cp(join(backup, 'secrets'), join(dataDir, 'secrets'), { recursive: true });
    const started = startApart(release, { DATA_DIR: dataDir, PORT: String(port), SITE_URL: url });
    child = started.child;
    const fault = await findFault({
      url,
      within: READY_WITHIN_MS,
      hasEnded: () => started.child.exitCode !== null || started.child.signalCode !== null,
    });
    if (fault) throw new OperatorError(`${started.output()}\nThe new version does not run here: ${fault}`);
  } finally {
    await end(child);
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Starts a release in a separate process, with only the given settings of the publication. */
function startApart(release: string, settings: { DATA_DIR: string; PORT: string; SITE_URL: string }) {
  const env = { ...process.env };
  for (const name of Object.keys(env).filter(isOfUs)) delete env[name];
  Object.assign(env, settings, { HOST: '127.0.0.1', BROADSIDE_REHEARSAL: 'true' });
  const child = spawn(process.execPath, [join(release, 'broadside.mjs')], {
    cwd: settings.DATA_DIR,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  return { child, output: () => output.trim() };
}

function isOfUs(name: string): boolean {
  return /^(?:BROADSIDE_|npm_|SITE_URL$|EDGE_PURGE_URLS$|TRUST_PROXY$|OUTGOING_PROXY$|NODE_OPTIONS$)/.test(
    name,
  );
}

/** Sends a signal before force: Node keeps its compile cache only when a process ends normally. */
async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await ended;
  clearTimeout(timer);
}
