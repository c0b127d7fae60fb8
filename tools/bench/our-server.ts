import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/lib/process/free-port.mjs';
import { releaseCommand } from '@/lib/process/release';
import { defaultSettings } from '@/lib/settings/environment';
import type { Bench } from './bench';
import { heldTo } from './cores';
import { get } from './get';
import { type Running, startProcess } from './processes';

const READY_WITHIN_MS = 60_000;

/** Broadside, serving. */
export interface OurServer extends Running {
  url: string;
  /** From the start of the process to the last byte of the front page. */
  firstPageMs: number;
}

/**
 * Starts the production server on a data folder, held to one core, and waits for its first page.
 * @throws with what it printed when it does not start.
 */
export async function startOurServer(
  bench: Pick<Bench, 'cores' | 'cleanUp'>,
  dataDir: string,
): Promise<OurServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const startedAt = performance.now();
  const running = startProcess(
    heldTo(bench.cores.serving, bench.cores, releaseCommand()),
    bench.cleanUp,
    environmentOf(url, port, dataDir),
  );
  while (performance.now() - startedAt < READY_WITHIN_MS && !running.hasExited()) {
    // Refused until it listens, which is what we wait for.
    const answer = await get(`${url}/`).catch(() => null);
    if (answer?.status === 200) return { ...running, url, firstPageMs: performance.now() - startedAt };
    await pause(5);
  }
  throw new Error(`The server did not start:\n${running.output()}`);
}

function environmentOf(url: string, port: number, dataDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...defaultSettings(),
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: url,
    DATA_DIR: dataDir,
  };
}
