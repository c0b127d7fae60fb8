import { expect, test } from 'vitest';
import { usageOf } from './process-family';

test.runIf(process.platform === 'linux')(
  'tells what this process has used, although the list of processes was made by another',
  () => {
    const before = usageOf(process.pid).processorSeconds ?? 0;
    const until = process.cpuUsage().user + 60_000;
    while (process.cpuUsage().user < until);
    expect(usageOf(process.pid).processorSeconds).toBeGreaterThan(before);
  },
);
