import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '@/lib/errors';
import { openBrowser } from '@/tools/running/browser';
import type { CleanUp } from '@/tools/running/clean-up';
import { chooseCores } from '@/tools/running/cores';
import { systemLoad } from '@/tools/running/system-load';
import type { Bench } from './bench';
import { runGrowth } from './growth/run-growth';
import { measureEditor } from './measure-editor';
import { measureBytes, measureRenders } from './measure-pages';
import { measureMemory, measureStart } from './measure-process';
import { measurePublications } from './measure-publications';
import { measureRates } from './measure-rates';
import { measureSearch } from './measure-search';
import type { Options } from './options';
import { prepareHeld } from './prepare-held';
import { seed } from './seed';
import { renderTable, type Section } from './table';

const BUSY_PERCENT = 10;

/**
 * Measures everything on a temporary publication.
 * @param say called with a sentence for each step.
 * @returns the table.
 */
export async function runBench(
  options: Options,
  cleanUp: CleanUp,
  say: (sentence: string) => void,
): Promise<string> {
  const bench = beginBench(options, cleanUp);
  if (options.growth) return runGrowth(bench, options.from, say);
  const busyPercent = Math.round((await systemLoad()) * 100);
  if (busyPercent > BUSY_PERCENT)
    say(
      `Other programs use ${busyPercent} % of this machine: the results will be slower than they should be.`,
    );
  const posts = options.posts.toLocaleString('en-GB');
  say(`Writing ${posts} posts…`);
  const seeded = await seed(join(bench.folder, 'data'), options.posts);
  say('Starting the server, several times…');
  const start = await measureStart(bench, seeded.dataDir);
  const server = await prepareHeld(bench, seeded.dataDir);
  await server.start();
  say('Searching, and requesting uncached pages…');
  const search = await measureSearch(bench, server, seeded);
  const renders = await measureRenders(bench, server, seeded);
  say('Requesting pages from Broadside and nginx in turn…');
  const rates = await measureRates(bench, server, seeded);
  const publications = await measurePublications(bench, server, seeded);
  const ours: Section = { heading: 'The process', rows: [start, measureMemory(server)] };
  say('Reading and writing in Chromium…');
  const browser = await openBrowser(bench);
  const bytes = await measureBytes(browser, server, seeded);
  const editor = await measureEditor(bench, browser, server, seeded);
  const machine = `${availableParallelism()} cores, ${busyPercent} % of them busy with other programs at the start`;
  return `${posts} posts of 900 words, Node ${process.versions.node}, ${machine}\n\n${renderTable([rates, publications, search, renders, ours, bytes, editor])}`;
}

function beginBench(options: Options, cleanUp: CleanUp): Bench {
  const { NGINX_PATH: nginx, WRK_PATH: wrk, CHROMIUM_PATH: chromium, TASKSET_PATH: taskset } = process.env;
  if (!nginx || !wrk || !chromium)
    throw new OperatorError('Start the measurement with “npm run bench”, which finds what it needs.');
  const folder = mkdtempSync(join(tmpdir(), 'broadside-bench-'));
  cleanUp.later(() => rmSync(folder, { recursive: true, force: true }));
  return { options, cleanUp, folder, cores: chooseCores(taskset), tools: { nginx, wrk, chromium } };
}
