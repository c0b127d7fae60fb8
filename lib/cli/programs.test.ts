import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

/** Starts a program that starts another one and prints both process IDs, then stops all programs. */
const STARTS_AND_STOPS = `
  import { groupPrograms, startProgram, stopPrograms } from './lib/cli/programs.mjs';
  const grandchild = "setInterval(() => {}, 1000)";
  const child = \`
    const { spawn } = require('node:child_process');
    const inner = spawn(process.execPath, ['-e', '\${grandchild}']);
    console.log(process.pid + ' ' + inner.pid);
    setInterval(() => {}, 1000);\`;
  groupPrograms();
  const program = startProgram(process.execPath, ['-e', child], { stdio: ['ignore', 'pipe', 'inherit'] });
  program.stdout.once('data', async (line) => {
    process.stdout.write(line);
    await stopPrograms();
    try {
      startProgram(process.execPath, ['-e', ''], {});
    } catch (error) {
      console.log(error.message);
    }
  });
`;

test('stopping ends started programs and their children, and prevents new ones', async () => {
  const ours = spawn(process.execPath, ['--input-type=module', '-e', STARTS_AND_STOPS], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: ours.stdout })[Symbol.asyncIterator]();
  const pids = String((await lines.next()).value)
    .split(' ')
    .map(Number);
  expect((await lines.next()).value).toBe('Stopped.');
  if (ours.exitCode === null) await once(ours, 'exit');
  expect(pids).toHaveLength(2);
  await expect.poll(() => pids.filter(isAlive), { timeout: 20_000 }).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
