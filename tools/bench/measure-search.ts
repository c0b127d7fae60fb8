import { gunzipSync } from 'node:zlib';
import type { Server } from '@/tools/running/server';
import type { Bench } from './bench';
import { getPage } from './get';
import { usageOf } from './process-family';
import type { Seeded } from './seed';
import { median, percentile } from './statistics';
import { figure, type Row, type Section, within } from './table';

const BUDGET = { p99Ms: 50, processorMs: 20 };
/** Which words count as common: their positions in the list of words, the most frequent first. */
const COMMON = { first: 5, count: 40, shortest: 3 };
const KHMER = { first: 20 };
/** A single sign, such as the one that repeats a word, is not a search term. */
const KHMER_WORD = /\p{Lo}.*\p{Lo}/u;

/** Measures searches that nobody has made before, one at a time, as whole pages. */
export async function measureSearch(bench: Bench, server: Server, seeded: Seeded): Promise<Section> {
  const { requests } = bench.options;
  // The first searches of a process run cold code, which is not measured here.
  await timesOf(server, seeded.rareWords.slice(-requests / 2));
  const khmer = seeded.words.km
    .filter((word) => KHMER_WORD.test(word))
    .slice(KHMER.first, KHMER.first + requests);
  return {
    heading: `Search, not cached: a whole page, ${requests} different queries each (the budget is for 100,000 posts)`,
    rows: [
      ...rowsOf('one rare word', await timesOf(server, seeded.rareWords.slice(0, requests))),
      ...rowsOf('two common words', await timesOf(server, commonPairs(seeded.words.en, requests))),
      ...rowsOf('a Khmer word', await timesOf(server, khmer)),
    ],
  };
}

/** What searches of one kind took. */
interface Taken {
  times: number[];
  /** Of all threads, for one search; null where the system does not report it. */
  processorMs: number | null;
}

function rowsOf(what: string, { times, processorMs }: Taken): Row[] {
  const rows = [
    figure(`${what}, p50`, median(times), 'ms', 1),
    within(`${what}, p99`, percentile(times, 99), 'ms', BUDGET.p99Ms, 1),
  ];
  if (processorMs === null) return rows;
  return [...rows, within(`${what}: processor time each`, processorMs, 'ms', BUDGET.processorMs, 1)];
}

async function timesOf(server: Server, queries: string[]): Promise<Taken> {
  const before = usageOf(server.pid).processorSeconds;
  const times: number[] = [];
  for (const query of queries) {
    const { ms, body } = await getPage(`${server.url}/search?q=${encodeURIComponent(query)}`, 'gzip');
    // Only results are articles.
    if (!gunzipSync(body).includes('<article')) throw new Error(`The search for ${query} found nothing.`);
    times.push(ms);
  }
  const after = usageOf(server.pid).processorSeconds;
  const isKnown = before !== null && after !== null;
  return { times, processorMs: isKnown ? ((after - before) * 1000) / queries.length : null };
}

function commonPairs(words: string[], count: number): string[] {
  const common = words
    .filter((word) => word.length >= COMMON.shortest)
    .slice(COMMON.first, COMMON.first + COMMON.count);
  const pairs = common.flatMap((one, index) => common.slice(index + 1).map((other) => `${one} ${other}`));
  return pairs.slice(0, count);
}
