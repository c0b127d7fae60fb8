import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '@/db/client';
import type { Server } from '@/tools/running/server';
import { buildPost } from '@/tools/testing/factories';
import type { Bench } from './bench';
import { getPage } from './get';
import type { Seeded } from './seed';
import { figure, type Section } from './table';
import { ask } from './wrk';

const LISTS = ['/', '/en', '/km', '/feed.xml', '/topics', '/archive'];
const PAGES = 100;
const PAUSE_MS = 1000;
const WARM_UP_SECONDS = 3;

/**
 * Measures answers a second over many pages, once while nothing is published and once while another process publishes
 * a post every second.
 */
export async function measurePublications(bench: Bench, server: Server, seeded: Seeded): Promise<Section> {
  const paths = [...LISTS, ...seeded.paths.en.slice(-PAGES), ...seeded.paths.km.slice(-PAGES)];
  const script = join(bench.folder, 'many-pages.lua');
  writeFileSync(script, scriptFor(paths));
  for (const path of paths) await getPage(`${server.url}${path}`, 'gzip');
  const seconds = 2 * bench.options.roundSeconds;
  await ask(bench, server.url, WARM_UP_SECONDS, script);
  const quiet = await ask(bench, server.url, seconds, script);
  const [busy] = await Promise.all([
    ask(bench, server.url, seconds, script),
    publish(seeded.dataDir, seconds),
  ]);
  return {
    heading: `${paths.length} pages in turn (16 connections)`,
    rows: [
      figure('nothing is published: answers a second', quiet.rate, '/s'),
      figure('nothing is published: 99th percentile', quiet.p99Ms, 'ms'),
      figure('one post a second is published: answers a second', busy.rate, '/s'),
      figure('one post a second is published: 99th percentile', busy.p99Ms, 'ms'),
    ],
  };
}

async function publish(dataDir: string, times: number): Promise<void> {
  const db = openDatabase(join(dataDir, 'broadside.db'));
  for (let n = 0; n < times; n += 1) {
    buildPost(db);
    await pause(PAUSE_MS);
  }
  db.$client.close();
}

function scriptFor(paths: string[]): string {
  return `local paths = { ${paths.map((path) => JSON.stringify(path)).join(', ')} }
local n = 0
request = function()
  n = n % #paths + 1
  return wrk.format("GET", paths[n])
end
`;
}
