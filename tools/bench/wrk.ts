import { pinnedTo } from '@/tools/running/cores';
import { startProcess } from '@/tools/running/processes';
import type { Bench } from './bench';

const CONNECTIONS = 16;

/** What a client with several connections saw. */
export interface Asked {
  /** Answers a second. */
  rate: number;
  /** The time that 99 of 100 answers did not exceed, in ms. */
  p99Ms: number;
}

const MS_OF_UNIT: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

/**
 * Requests one page as often as 16 connections can, from the other core.
 * @param script a file that chooses the pages, in place of the one.
 * @throws when an answer was wrong.
 */
export async function ask(bench: Bench, url: string, seconds: number, script?: string): Promise<Asked> {
  const args = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
    '--latency',
    '-H',
    'Accept-Encoding: gzip',
    ...(script ? ['-s', script] : []),
    url,
  ];
  const command = pinnedTo(bench.cores.asking, bench.cores, [bench.tools.wrk, args]);
  const running = startProcess(command, bench.cleanUp);
  const code = await running.exited;
  const output = running.output();
  const rate = Number(/^Requests\/sec:\s*([\d.]+)/m.exec(output)?.[1]);
  const [, p99, unit = ''] = /^\s*99%\s+([\d.]+)(\w+)/m.exec(output) ?? [];
  if (code !== 0 || !(rate > 0) || /Non-2xx|Socket errors/.test(output))
    throw new Error(`wrk could not measure ${url}:\n${output}`);
  return { rate, p99Ms: Number(p99) * (MS_OF_UNIT[unit] ?? Number.NaN) };
}
