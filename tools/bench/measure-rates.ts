import type { Server } from '@/tools/running/server';
import type { Bench } from './bench';
import { type ServedPage, startNginx } from './nginx';
import { usageOf } from './process-family';
import type { Seeded } from './seed';
import { median } from './statistics';
import { comparedCosts, comparedRates, type Row, type Section } from './table';
import { ask } from './wrk';

const LEAST_RATIO = 0.5;
const WARM_UP_SECONDS = 1;

interface ComparedPage extends ServedPage {
  what: string;
}

/** A server that is asked for a page. */
interface Side {
  pid: number;
  url: string;
}

interface Round {
  rate: number;
  /** Processor time for one answer; null where the system does not report it. */
  costMicroseconds: number | null;
}

/**
 * Measures answers a second, alternately from us and from nginx, so that a disturbance affects both; and the processor
 * time of an answer. The budget is judged by that: on a quiet machine both ratios are the same, but when other programs
 * slow wrk down, the faster server seems slower than it is.
 */
export async function measureRates(bench: Bench, server: Server, seeded: Seeded): Promise<Section> {
  const pages = pagesOf(seeded);
  const nginx = await startNginx(bench, server.url, pages);
  const rows: Row[] = [];
  for (const { what, path, file } of pages) {
    const here = { pid: server.pid, url: `${server.url}${path}` };
    const there = { pid: nginx.pid, url: `${nginx.url}/${file}` };
    rows.push(...(await compare(bench, what, here, there)));
  }
  await nginx.stop();
  return { heading: headingOf(bench), rows };
}

async function compare(bench: Bench, what: string, here: Side, there: Side): Promise<Row[]> {
  const [ours, theirs]: [Round[], Round[]] = [[], []];
  await ask(bench, here.url, WARM_UP_SECONDS);
  for (let n = 0; n < bench.options.rounds; n += 1) {
    ours.push(await askFor(bench, here));
    theirs.push(await askFor(bench, there));
  }
  const rate = (rounds: Round[]) => median(rounds.map((round) => round.rate));
  const costs = (rounds: Round[]) => rounds.flatMap(({ costMicroseconds }) => costMicroseconds ?? []);
  const [ourCosts, theirCosts] = [costs(ours), costs(theirs)];
  if (ourCosts.length === 0) return [comparedRates(what, rate(ours), rate(theirs), LEAST_RATIO)];
  return [
    comparedRates(what, rate(ours), rate(theirs)),
    comparedCosts(`${what}: processor time each`, median(ourCosts), median(theirCosts), LEAST_RATIO),
  ];
}

async function askFor(bench: Bench, { pid, url }: Side): Promise<Round> {
  const { roundSeconds } = bench.options;
  const before = usageOf(pid).processorSeconds;
  const { rate } = await ask(bench, url, roundSeconds);
  const after = usageOf(pid).processorSeconds;
  const isKnown = before !== null && after !== null;
  return { rate, costMicroseconds: isKnown ? ((after - before) / (rate * roundSeconds)) * 1e6 : null };
}

function pagesOf({ paths }: Seeded): ComparedPage[] {
  return [
    { what: 'front page', path: '/', file: 'front.html' },
    { what: 'article, English', path: paths.en.at(-1) ?? '/', file: 'article-en.html' },
    { what: 'article, Khmer', path: paths.km.at(-1) ?? '/', file: 'article-km.html' },
    { what: 'RSS feed', path: '/feed.xml', file: 'feed.xml' },
  ];
}

function headingOf({ cores }: Bench): string {
  const where = cores.serving === null ? 'cores not held apart' : 'one core';
  return `Requests answered (${where}, 16 connections, gzip, the same bytes from both)`;
}
