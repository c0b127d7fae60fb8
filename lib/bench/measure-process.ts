import { execFileSync } from 'node:child_process';
import type { Bench } from './bench';
import { startOurServer } from './our-server';
import type { Running } from './processes';
import { median } from './statistics';
import { type Row, within } from './table';

const BUDGET = { startSeconds: 3, memoryMib: 300 };

/** From the start of the process to the first page, on data that is there already. */
export async function measureStart(bench: Bench, dataDir: string): Promise<Row> {
  const times: number[] = [];
  for (let n = 0; n < bench.options.openings; n += 1) {
    const server = await startOurServer(bench, dataDir);
    times.push(server.firstPageMs / 1000);
    await server.stop();
  }
  return within('cold start to the first page', median(times), 's', BUDGET.startSeconds, 1);
}

/** What a process and all that it started hold in memory now. */
export function measureMemory({ pid }: Running): Row {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const family = new Set([pid]);
  let kib = 0;
  // A child's number is nearly always higher than its parent's, but not after they have wrapped around.
  for (let size = 0; size < family.size; ) {
    size = family.size;
    for (const [child = 0, parent = 0] of processes) if (family.has(parent)) family.add(child);
  }
  for (const [member = 0, , rssKib = 0] of processes) if (family.has(member)) kib += rssKib;
  return within('memory after load (resident)', kib / 1024, 'MiB', BUDGET.memoryMib);
}
