import type { Bench } from './bench';
import { type ServedPage, startNginx } from './nginx';
import type { OurServer } from './our-server';
import type { Seeded } from './seed';
import { median } from './statistics';
import { comparedRates, type Section } from './table';
import { requestsPerSecond } from './wrk';

const LEAST_RATIO = 0.33;
const WARM_UP_SECONDS = 1;

interface ComparedPage extends ServedPage {
  what: string;
}

/** Answers a second, asked alternately of us and of nginx, so that what disturbs one disturbs the other. */
export async function measureRates(bench: Bench, server: OurServer, seeded: Seeded): Promise<Section> {
  const pages = pagesOf(seeded);
  const nginx = await startNginx(bench, server.url, pages);
  const rows = [];
  for (const { what, path, file } of pages) {
    const rates: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
    const [here, there] = [`${server.url}${path}`, `${nginx.url}/${file}`];
    await requestsPerSecond(bench, here, WARM_UP_SECONDS);
    for (let round = 0; round < bench.options.rounds; round += 1) {
      rates.ours.push(await requestsPerSecond(bench, here, bench.options.roundSeconds));
      rates.theirs.push(await requestsPerSecond(bench, there, bench.options.roundSeconds));
    }
    rows.push(comparedRates(what, median(rates.ours), median(rates.theirs), LEAST_RATIO));
  }
  await nginx.stop();
  return { heading: headingOf(bench), rows };
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
