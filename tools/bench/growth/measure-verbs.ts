import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from '../bench';
import { endedChildrenSeconds } from '../process-family';
import { type Measured, measuredOf } from './measured';

/** Measures checking and backing up, which read everything and take minutes for a large publication. */
export function measureVerbs({ folder }: Bench, dataDir: string): Measured[] {
  const backup = join(folder, 'backup');
  const measured = [verb(dataDir, 'check'), verb(dataDir, 'backup', backup)];
  rmSync(backup, { recursive: true, force: true });
  return measured;
}

function verb(dataDir: string, name: string, ...args: string[]): Measured {
  const [from, before] = [performance.now(), endedChildrenSeconds()];
  const command = ['--import', 'tsx', 'lib/cli/manage.ts', name, ...args];
  const env = { ...process.env, DATA_DIR: dataDir };
  const { status, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`“manage ${name}” ended with ${status}: ${stderr}`);
  const processorMs = (endedChildrenSeconds() - before) * 1000;
  return measuredOf(`manage ${name}`, 'eachPost', [{ ms: performance.now() - from, processorMs }]);
}
