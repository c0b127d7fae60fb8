import { type ChildProcess, spawn } from 'node:child_process';
import type { CleanUp } from './clean-up';
import type { Command } from './cores';

const LONGEST_STOP_MS = 8000;

/** A program that runs next to ours. */
export interface Running {
  pid: number;
  /** What it has printed so far, including errors. */
  output(): string;
  /** Its exit code, null when a signal ended it. */
  exited: Promise<number | null>;
  hasExited(): boolean;
  stop(): Promise<void>;
}

/** Starts a program, which is stopped at the end whatever happens. */
export function startProcess([program, args]: Command, cleanUp: CleanUp, env = process.env): Running {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const keep = (chunk: Buffer) => {
    output += chunk.toString();
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  child.once('error', (error) => {
    output += error.message;
  });
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const stop = () => stopChild(child, exited);
  cleanUp.later(stop);
  const hasExited = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  return { pid: child.pid ?? 0, output: () => output, exited, hasExited, stop };
}

async function stopChild(child: ChildProcess, exited: Promise<number | null>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST_STOP_MS);
  await exited;
  clearTimeout(timer);
}
