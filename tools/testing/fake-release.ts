import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { freePort } from '@/lib/process/free-port.mjs';
import type { ReleaseShelf } from '@/lib/process/release-shelf.mjs';
import { findRunning, pidNamespace } from '@/lib/process/running';

/**
 * Builds a release on a shelf.
 * @param code what its server runs.
 * @returns its folder.
 */
export function buildRelease({ programFolder, name }: ReleaseShelf, build: string, code = ''): string {
  const folder = join(programFolder, name, build);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'broadside.mjs'), code);
  writeFileSync(join(folder, 'release.json'), JSON.stringify({ version: '1.0.0', build }));
  return folder;
}

/**
 * Returns the code of a server as an upgrade expects it: it holds the data folder, says so, answers, and switches to
 * another release on SIGUSR2.
 * @param build the build it reports; null as in development.
 * @param status its status code, except in a trial.
 */
export function serverCode(build: string | null, { status = 200 } = {}): string {
  const sqlite = pathToFileURL(join(process.cwd(), 'node_modules/better-sqlite3/lib/index.js'));
  return `import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
    import http from 'node:http';
    import Sqlite from '${sqlite}';
    const { BROADSIDE_REHEARSAL: trial, DATA_DIR: dataDir, PORT: port } = process.env;
    const lock = new Sqlite(dataDir + '/running.lock', { timeout: 60_000 });
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    const facts = { pid: process.pid, namespace: '${pidNamespace()}', port: Number(port), state: 'serving',
      url: 'http://127.0.0.1:' + port, build: ${JSON.stringify(build)} };
    const server = http.createServer((_, answer) => answer.writeHead(trial ? 200 : ${status}).end());
    server.listen(port, '127.0.0.1', () => {
      writeFileSync(dataDir + '/running.unfinished', JSON.stringify(facts));
      renameSync(dataDir + '/running.unfinished', dataDir + '/running.json');
    });
    process.on('SIGUSR2', () => {
      const { release, database } = JSON.parse(readFileSync(dataDir + '/switch.json', 'utf8'));
      if (database) renameSync(database, dataDir + '/broadside.db');
      rmSync(dataDir + '/running.json');
      process.execve(process.execPath, [process.execPath, release + '/broadside.mjs'], process.env);
    });`;
}

/** Starts a release on a data folder, and waits until it serves. */
export async function startRelease(release: string, dataDir: string): Promise<ChildProcess> {
  const child = await spawnRelease(release, dataDir);
  while (findRunning(dataDir)?.pid !== child.pid) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The release does not start.');
    await new Promise((done) => setTimeout(done, 10));
  }
  return child;
}

/** Starts a release on a data folder. */
export async function spawnRelease(release: string, dataDir: string): Promise<ChildProcess> {
  mkdirSync(dataDir, { recursive: true });
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(await freePort()) };
  return spawn(process.execPath, [join(release, 'broadside.mjs')], { env, stdio: 'inherit' });
}

/** Kills it, as a power cut does. */
export async function endRelease(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill('SIGKILL');
  await ended;
}
