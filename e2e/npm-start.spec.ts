import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/lib/process/free-port.mjs';
import { isAlive } from '@/lib/process/parent-watch.mjs';
import { findRunning } from '@/lib/process/running';
import { defaultSettings } from '@/lib/settings/environment';
import { beginningFolder } from './beginnings';
import { expect, test } from './fixtures';

for (const signal of ['SIGTERM', 'SIGHUP', 'SIGKILL'] as const) {
  test(`${signal} sent only to the npm of “npm start” ends everything that it started`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'broadside-npm-'));
    const dataDir = join(folder, 'data');
    cpSync(beginningFolder('owner'), dataDir, { recursive: true });
    const env = { ...process.env, ...defaultSettings(), DATA_DIR: dataDir, PORT: String(await freePort()) };
    // A process group of its own, as under a supervisor, which no terminal signals.
    const npm = spawn('npm', ['start'], { env, detached: true, stdio: 'ignore' });
    const ended = new Promise((done) => npm.once('exit', done));
    try {
      await expect.poll(() => findRunning(dataDir)?.state, { timeout: 120_000 }).toBe('serving');
      const started = descendantsOf(npm.pid ?? 0);
      expect(started).toContain(findRunning(dataDir)?.pid);
      npm.kill(signal);
      await ended;
      await expect.poll(() => started.filter(isAlive)).toEqual([]);
      expect(findRunning(dataDir)).toBeNull();
    } finally {
      if (npm.pid && npm.exitCode === null && npm.signalCode === null) process.kill(-npm.pid, 'SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Returns the ids of all processes that a process has started, and of their descendants. */
function descendantsOf(pid: number): number[] {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    rows.filter(([, of]) => of === parent).flatMap(([child = 0]) => [child, ...childrenOf(child)]);
  return childrenOf(pid);
}
