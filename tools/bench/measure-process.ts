import type { Server } from '@/tools/running/server';
import type { Bench } from './bench';
import { prepareHeld } from './prepare-held';
import { usageOf } from './process-family';
import { median } from './statistics';
import { type Row, within } from './table';

const BUDGET = { startSeconds: 2, memoryMib: 350 };

/** Measures the time from the start of the process to the first page, on existing data. */
export async function measureStart(bench: Bench, dataDir: string): Promise<Row> {
  const times: number[] = [];
  for (let n = 0; n < bench.options.openings; n += 1) {
    const server = await prepareHeld(bench, dataDir);
    times.push((await server.start('/', 5)) / 1000);
    await server.stop();
  }
  return within('cold start to the first page', median(times), 's', BUDGET.startSeconds, 1);
}

/** Measures the current memory of the server and all processes that it started. */
export function measureMemory({ pid }: Server): Row {
  return within('memory after load (resident)', usageOf(pid).residentMib, 'MiB', BUDGET.memoryMib);
}
