import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Another process that holds the write lock of a database. */
export interface LockHolder {
  /** Gives the lock back, now or after some ms, and ends the process. */
  release(afterMs?: number): Promise<void>;
}

const PROGRAM = `
  const client = new (require('better-sqlite3'))(process.argv[1]);
  client.exec('BEGIN IMMEDIATE');
  process.stdin.once('data', (ms) => setTimeout(() => { client.exec('ROLLBACK'); process.exit(); }, Number(ms)));
  process.stdin.once('end', () => process.exit());
  console.log('held');`;

/** Starts another process that holds the write lock of a database until it is told to give it back. */
export async function holdLock(file: string): Promise<LockHolder> {
  const child = spawn(process.execPath, ['-e', PROGRAM, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exited]);
  if (child.exitCode !== null) throw new Error(`The process that holds ${file} ended.`);
  return {
    async release(afterMs = 0) {
      child.stdin.end(String(afterMs));
      await exited;
    },
  };
}
