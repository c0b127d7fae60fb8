import { gunzipSync } from 'node:zlib';
import type { Server } from '@/tools/running/server';
import type { Bench } from './bench';
import { getPage } from './get';
import type { Seeded } from './seed';
import { median, percentile } from './statistics';
import { figure, type Row, type Section, within } from './table';

const BUDGET_MS = 20;
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

function rowsOf(what: string, times: number[]): Row[] {
  return [
    figure(`${what}, p50`, median(times), 'ms', 1),
    within(`${what}, p99`, percentile(times, 99), 'ms', BUDGET_MS, 1),
  ];
}

async function timesOf(server: Server, queries: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const query of queries) {
    const { ms, body } = await getPage(`${server.url}/search?q=${encodeURIComponent(query)}`, 'gzip');
    // Only results are articles.
    if (!gunzipSync(body).includes('<article')) throw new Error(`The search for ${query} found nothing.`);
    times.push(ms);
  }
  return times;
}

function commonPairs(words: string[], count: number): string[] {
  const common = words
    .filter((word) => word.length >= COMMON.shortest)
    .slice(COMMON.first, COMMON.first + COMMON.count);
  const pairs = common.flatMap((one, index) => common.slice(index + 1).map((other) => `${one} ${other}`));
  return pairs.slice(0, count);
}
