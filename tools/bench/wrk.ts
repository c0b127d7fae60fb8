import { pinnedTo } from '@/tools/running/cores';
import { startProcess } from '@/tools/running/processes';
import type { Bench } from './bench';

const CONNECTIONS = 16;

/**
 * Requests one page as often as 16 connections can, from the other core.
 * @param script a file that chooses the pages, in place of the one.
 * @returns answers a second.
 * @throws when an answer was wrong.
 */
export async function requestsPerSecond(
  bench: Bench,
  url: string,
  seconds: number,
  script?: string,
): Promise<number> {
  const args = [
    '-t1',
    `-c${CONNECTIONS}`,
    `-d${seconds}s`,
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
  if (code !== 0 || !(rate > 0) || /Non-2xx|Socket errors/.test(output))
    throw new Error(`wrk could not measure ${url}:\n${output}`);
  return rate;
}
