import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { environment } from '@/lib/settings/environment';

/**
 * Makes a backup with the operator's tool, in a process of its own: reading and checking a large database would
 * keep readers waiting, and a process can be ended at any moment.
 * @param askedBy the id of the account that requested it.
 * @throws Error with what the tool said when there is no backup.
 */
export async function backUpApart(askedBy: number | null, signal: AbortSignal): Promise<void> {
  const release = process.env.BROADSIDE_RELEASE;
  const tool = release
    ? [join(release, 'broadside.mjs'), 'manage']
    : ['--import', 'tsx', 'lib/cli/manage.ts'];
  const asker = askedBy === null ? [] : ['--asked-by', String(askedBy)];
  const child = spawn(process.execPath, [...tool, 'backup', ...asker], {
    // The setting may be relative to the folder in which this process was started.
    env: { ...process.env, DATA_DIR: environment().dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const stop = () => void child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  }).finally(() => signal.removeEventListener('abort', stop));
  if (code !== 0) throw new Error(said.trim() || `The backup ended with the code ${code}.`);
}
