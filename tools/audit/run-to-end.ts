import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { CleanUp } from '@/tools/running/clean-up';
import type { Command } from '@/tools/running/cores';

const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Runs a program until it ends, or stops it when we end first.
 * @returns its output.
 * @throws with its output when it fails.
 */
export async function runToEnd(
  [program, args]: Command,
  cleanUp: CleanUp,
  env = process.env,
): Promise<string> {
  const ours = new AbortController();
  cleanUp.later(() => ours.abort());
  const { stdout } = await promisify(execFile)(program, args, {
    env,
    maxBuffer: MOST_BYTES,
    signal: ours.signal,
  });
  return stdout;
}
