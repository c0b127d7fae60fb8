import { writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { CleanUp } from '@/tools/running/clean-up';
import { type Running, startProcess } from '@/tools/running/processes';
import { askCached, readPage } from './ask-cached';
import { FLOODS, type Flood } from './floods';
import type { Options } from './options';
import { HAS_BEGUN, type Order } from './order';
import { watchProcessor } from './processor';
import { openPublication, type Publication } from './publication';
import type { Result } from './table';

const IDLE_SECONDS = 4;
/** A page is compressed at its best at the third request. */
const WARM_UP_ROUNDS = 4;
/** The flood is at its height when the measurement begins. */
const LEAD_SECONDS = 1;
const POLL_MS = 20;
const Answers = z.record(z.string(), z.number());

/**
 * Floods a temporary publication in one way after another, while a client requests cached pages.
 * @param say called with a sentence for each step.
 */
export async function runFloodDrill(
  { posts, seconds, floods, hasPriority }: Options,
  cleanUp: CleanUp,
  say: (sentence: string) => void,
): Promise<Result[]> {
  say(`Writing ${posts} posts…`);
  const publication = await openPublication(posts, cleanUp);
  await warmUp(publication);
  const results: Result[] = [];
  for (const flood of FLOODS.filter(({ name }) => floods.includes(name))) {
    const result = await drill(publication, flood, seconds, cleanUp);
    results.push({ ...result, hasPriority });
    say(`${flood.what}: ${result.flooded.p50.toFixed(1)} / ${result.flooded.p99.toFixed(1)} ms`);
  }
  return results;
}

async function warmUp({ server, cachedPaths }: Publication): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let round = 0; round < WARM_UP_ROUNDS; round += 1)
    for (const path of cachedPaths) await readPage(server.url + path, agent);
  agent.destroy();
}

async function drill(
  { server, targets, cachedPaths, folder }: Publication,
  { name, what, clients }: Flood,
  seconds: number,
  cleanUp: CleanUp,
): Promise<Result> {
  const idle = await askCached(server.url, cachedPaths, IDLE_SECONDS);
  const order = { url: server.url, name, seconds: seconds + 2 * LEAD_SECONDS, targets };
  const flood = await startFlood(order, folder, cleanUp);
  await askCached(server.url, cachedPaths, LEAD_SECONDS);
  const processor = watchProcessor(server.pid);
  const flooded = await askCached(server.url, cachedPaths, seconds);
  const used = processor();
  const code = await flood.exited;
  if (code !== 0) throw new Error(`The flood of ${what} failed:\n${flood.output()}`);
  const answers = Answers.parse(JSON.parse(flood.output().trim().split('\n').at(-1) ?? ''));
  return { what, clients, seconds: order.seconds, idle, flooded, answers, processor: used };
}

/** Starts a flood in a process of its own. @returns the process, once it floods. */
async function startFlood(order: Order, folder: string, cleanUp: CleanUp): Promise<Running> {
  const file = join(folder, 'order.json');
  writeFileSync(file, JSON.stringify(order));
  const program = join(import.meta.dirname, 'flood-process.ts');
  const flood = startProcess([process.execPath, ['--import', 'tsx', program, file]], cleanUp);
  while (!flood.output().includes(HAS_BEGUN)) {
    if (flood.hasExited()) throw new Error(`The flood did not begin:\n${flood.output()}`);
    await pause(POLL_MS);
  }
  return flood;
}
