import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { type Db, openDatabase } from '@/db/client';
import { media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { secret } from '@/lib/settings/secrets';
import { mediaRow } from '@/tools/testing/command-table';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { allCommands, type Trial } from './all-commands';
import { expect, test } from './fixtures';
import { Publication } from './publication';

const AT_ONCE = 3;
const LEAST_KEPT = 0.8;
const FIXED_SEED = 8;
/** Searches run in a thread, whose queries are not recorded: the one search is rendered after each change. */
const NEVER_KEPT = 1;
/** A job that ran in one of two publications would make them different. */
const WITHOUT_JOBS = { BROADSIDE_REHEARSAL: '1' };

/** A command, and which of everything it is run on. */
interface Step {
  name: string;
  pick: number;
}

/** The same publication twice: `kept` checks its cached pages after a change, `anew` renders all of them again. */
interface Pair {
  kept: Publication;
  anew: Publication;
  db: Db;
  paths: string[];
}

test('after any command every page is as if rendered again, and most pages that did not change were kept', async () => {
  const pair = await startPair();
  const trials = await allCommands();
  const seed = Math.trunc(Math.random() * 1e9);
  try {
    const run = new Run(pair, trials, seed);
    await run.begin();
    for (const [pick, name] of orderOf(trials).entries()) await run.step({ name, pick });
    expect(run.movers.size).toBeGreaterThan(20);
    const steps = fc.record({
      name: fc.constantFrom(...run.movers, 'publish a new post', 'publish a new text'),
      pick: fc.nat(1000),
    });
    for (const step of fc.sample(steps, { seed: FIXED_SEED, numRuns: 10 })) await run.step(step);
    for (const step of fc.sample(steps, { seed, numRuns: 5 })) await run.step(step);
    expect(run.kept / run.others, `seed ${seed}`).toBeGreaterThan(LEAST_KEPT);
  } finally {
    pair.db.$client.close();
    await Promise.all([pair.kept.dispose(), pair.anew.dispose()]);
  }
});

/** Runs commands one after another, and compares all pages of both publications after each. */
class Run {
  /** The commands that moved the content version. */
  readonly movers = new Set<string>();
  /** Pages that did not change, and how many of them were not rendered again. */
  others = 0;
  kept = 0;
  #pages = new Map<string, string>();

  constructor(
    readonly pair: Pair,
    readonly trials: Map<string, Trial>,
    readonly seed: number,
  ) {}

  async begin(): Promise<void> {
    this.#pages = await pagesOf(this.pair, 'anew');
    expect(await pagesOf(this.pair, 'kept')).toEqual(this.#pages);
  }

  async step({ name, pick }: Step): Promise<void> {
    const about = `${name} on number ${pick}, seed ${this.seed}`;
    const { pair } = this;
    const [versionBefore, renderedBefore] = [contentVersion(pair.db), await this.#allCached()];
    await this.#change(name, pick);
    const isMoved = contentVersion(pair.db) !== versionBefore;
    const [kept, anew] = await Promise.all([
      pagesOf(pair, 'kept'),
      isMoved ? pagesOf(pair, 'anew') : this.#pages,
    ]);
    const rendering = (await rendered(pair.kept)) - renderedBefore;
    await this.#askAgain(kept, anew);
    expect(differing(kept, anew), about).toEqual([]);
    if (!isMoved) expect(rendering, about).toBe(0);
    else if (name === 'uploadMedia') expect(rendering, about).toBe(NEVER_KEPT);
    else this.#count(name, differing(this.#pages, anew).length, rendering);
    this.#pages = anew;
  }

  /** Requests all pages until all are cached. @returns how many were rendered until now. */
  async #allCached(): Promise<number> {
    let [before, now] = [-1, await rendered(this.pair.kept)];
    while (before !== now) {
      await pagesOf(this.pair, 'kept');
      [before, now] = [now, await rendered(this.pair.kept)];
    }
    return now;
  }

  /**
   * On a machine so busy that a page finds no turn to be rendered, readers get the older copy. That is not kept:
   * whoever asks again gets the current page, but one that was kept by mistake stays.
   */
  async #askAgain(kept: Map<string, string>, anew: Map<string, string>): Promise<void> {
    for (const path of differing(kept, anew)) {
      kept.set(path, await pageAt(this.pair.kept, path));
      anew.set(path, await pageAt(this.pair.anew, path));
    }
  }

  async #change(name: string, pick: number): Promise<void> {
    const { kept, anew, db } = this.pair;
    const mediaDir = join(kept.dataDir, 'media');
    await this.trials.get(name)?.({ db, mediaDir }, pick, { actor: OPERATOR, now: Date.now() });
    cpSync(mediaDir, join(anew.dataDir, 'media'), { recursive: true });
    await db.$client.backup(anew.databaseFile);
  }

  #count(name: string, changed: number, rendering: number): void {
    this.movers.add(name);
    this.others += this.pair.paths.length - changed;
    this.kept += this.pair.paths.length - rendering;
  }
}

async function startPair(): Promise<Pair> {
  const off = join(process.cwd(), 'e2e/without-fingerprints.cjs');
  const [kept, anew] = await Promise.all([
    Publication.start('owner', { ...WITHOUT_JOBS }),
    Publication.start('owner', { ...WITHOUT_JOBS, NODE_OPTIONS: `--require ${off}` }),
  ]);
  const db = openDatabase(kept.databaseFile);
  const paths = seed(db);
  await db.$client.backup(anew.databaseFile);
  return { kept, anew, db, paths };
}

/** Adds what commands change and pages show. @returns the addresses of pages of every kind. */
function seed(db: Db): string[] {
  const topics = [buildTopic(db, 'Rivers'), buildTopic(db, 'Walls')];
  const authors = [buildAuthor(db, 'Sok Chan'), buildAuthor(db, 'Dara Kim')];
  const { seriesId } = buildSeries(db, 'Bridges');
  db.insert(media).values(mediaRow('one')).run();
  for (let n = 0; n < 24; n += 1) {
    const [topic, author] = [topics[n % 2], authors[n % 2]];
    const { postId } = buildPost(db, {
      slug: `piece-${n}`,
      language: n % 3 === 0 ? 'km' : 'en',
      status: n % 8 === 7 ? 'draft' : 'published',
      topicIds: topic ? [topic.topicId] : [],
      byline: author ? [{ authorId: author.authorId, name: 'Sok Chan' }] : [],
      now: Date.UTC(2025, n, 3),
    });
    if (n % 4 === 0) requireValue(putIntoSeries(db, { postId, seriesId }, { actor: OPERATOR, now: 1 }));
  }
  return [
    ...[
      '/',
      '/page/2',
      '/en',
      '/km',
      '/topics',
      '/topics/rivers',
      '/topics/walls',
      '/series',
      '/series/bridges',
    ],
    ...['/authors/sok-chan', '/authors/dara-kim', '/archive', '/archive/2025', '/archive/2025/02'],
    ...[
      '/archive/2026/03',
      '/corrections',
      '/feeds',
      '/feeds/about/topics/rivers/feed.xml',
      '/search?q=bridge',
    ],
    ...['/feed.xml', '/en/atom.xml', '/topics/rivers/feed.xml', '/authors/sok-chan/feed.json'],
    ...[
      '/manifest.webmanifest',
      '/sitemap.xml',
      '/sitemap/posts-1.xml',
      '/nothing-here',
      '/text/nothing-here',
    ],
    ...['/dark/piece-2', '/light/topics/rivers', '/text/piece-2', '/text/km', '/share/en/none.png', '/text'],
    ...Array.from({ length: 12 }, (_, n) => `/piece-${n}`),
  ];
}

/** Returns the names of trials; the one that removes all samples is the last. */
function orderOf(trials: Map<string, Trial>): string[] {
  const names = [...trials.keys()].filter((name) => name !== 'removeSamples');
  return [...names, 'removeSamples'];
}

/** Returns the paths at which two publications differ. */
function differing(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...one.keys()].filter((path) => one.get(path) !== other.get(path));
}

/** Requests all pages, a few at once. @returns what was answered, by path. */
async function pagesOf(pair: Pair, side: 'kept' | 'anew'): Promise<Map<string, string>> {
  const answers = new Map(pair.paths.map((path) => [path, '']));
  const waiting = [...pair.paths];
  const ask = async () => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
      answers.set(path, await pageAt(pair[side], path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return answers;
}

/** Returns the answer at a path, without the port. */
async function pageAt({ url, port }: Publication, path: string): Promise<string> {
  let answer = await fetch(url + path, { redirect: 'manual' });
  while (answer.status === 503) {
    await pause(100);
    answer = await fetch(url + path, { redirect: 'manual' });
  }
  const whole = `${answer.status} ${answer.headers.get('location')} ${await answer.text()}`;
  return whole.replaceAll(String(port), 'PORT');
}

async function rendered({ url, dataDir }: Publication): Promise<number> {
  const headers = { authorization: `Bearer ${secret(dataDir, 'health')}` };
  const details = await (await fetch(`${url}/healthz`, { headers })).json();
  return details.pages.rendered;
}

function contentVersion({ $client }: Db): unknown {
  return $client.prepare('select content_version from site').pluck().get();
}
