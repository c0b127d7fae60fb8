import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, openDatabase } from '@/db/client';
import { media } from '@/db/schema';
import { OPERATOR } from '@/lib/actor';
import { copyPages } from '@/lib/backup/copy-pages';
import { requireValue } from '@/lib/errors';
import { putIntoSeries } from '@/lib/series/arrange-parts';
import { secret } from '@/lib/settings/secrets';
import { mediaRow } from '@/tools/testing/command-table';
import { buildAuthor, buildPost, buildSeries, buildTopic } from '@/tools/testing/factories';
import { Publication } from './publication';

/** What was answered, by path. */
export type Answers = Map<string, string>;

const AT_ONCE = 3;
/** A job that ran in one of two publications would make them different. */
const WITHOUT_JOBS = { BROADSIDE_REHEARSAL: '1' };

/** The same publication twice: `kept` checks its cached pages after a change, `anew` renders all of them again. */
export class PublicationPair {
  private constructor(
    private readonly kept: Publication,
    private readonly anew: Publication,
    /** The database of `kept`. */
    readonly db: Db,
    /** Addresses of pages of every kind. */
    readonly paths: string[],
  ) {}

  static async start(): Promise<PublicationPair> {
    const [kept, anew] = await Promise.all([startWith('without-pauses'), startWith(...RENDERING_ALL)]);
    const db = openDatabase(kept.databaseFile);
    const pair = new PublicationPair(kept, anew, db, seed(db));
    await pair.copy();
    return pair;
  }

  /** The media folder of `kept`. */
  get mediaDir(): string {
    return join(this.kept.dataDir, 'media');
  }

  /** Brings `anew` to the state of `kept`. */
  async copy(): Promise<void> {
    cpSync(this.mediaDir, join(this.anew.dataDir, 'media'), { recursive: true });
    await copyPages(this.db.$client, this.anew.databaseFile);
  }

  /** Requests pages of one of the two, a few at once. */
  async ask(side: 'kept' | 'anew', paths: readonly string[] = this.paths): Promise<Answers> {
    const answers = new Map(paths.map((path) => [path, '']));
    const waiting = [...paths];
    const askMore = async () => {
      for (let path = waiting.pop(); path !== undefined; path = waiting.pop())
        answers.set(path, await answerAt(this[side], path));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askMore));
    return answers;
  }

  /** Returns how many pages `kept` has rendered until now. */
  async rendered(): Promise<number> {
    const { url, dataDir } = this.kept;
    const headers = { authorization: `Bearer ${secret(dataDir, 'health')}` };
    const details = await (await fetch(`${url}/healthz`, { headers })).json();
    return details.pages.rendered;
  }

  get contentVersion(): unknown {
    return this.db.$client.prepare('select content_version from site').pluck().get();
  }

  async dispose(): Promise<void> {
    this.db.$client.close();
    await Promise.all([this.kept.dispose(), this.anew.dispose()]);
  }
}

const RENDERING_ALL = ['without-pauses', 'without-fingerprints'];

/** Starts a publication with files of this folder loaded first. */
function startWith(...first: string[]): Promise<Publication> {
  const options = first.map((name) => `--require ${join(process.cwd(), 'e2e', `${name}.cjs`)}`);
  return Publication.start('owner', { ...WITHOUT_JOBS, NODE_OPTIONS: options.join(' ') });
}

/** Returns the answer at a path, without the port. */
async function answerAt({ url, port }: Publication, path: string): Promise<string> {
  let answer = await fetch(url + path, { redirect: 'manual' });
  while (answer.status === 503) {
    await pause(100);
    answer = await fetch(url + path, { redirect: 'manual' });
  }
  const whole = `${answer.status} ${answer.headers.get('location')} ${await answer.text()}`;
  return whole.replaceAll(String(port), 'PORT');
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
  return [...LISTS, ...FILES, ...EDITIONS, ...Array.from({ length: 12 }, (_, n) => `/piece-${n}`)];
}

const LISTS = [
  ...['/', '/page/2', '/en', '/km', '/topics', '/topics/rivers', '/topics/walls', '/series'],
  ...['/series/bridges', '/authors/sok-chan', '/authors/dara-kim', '/archive', '/archive/2025'],
  ...[
    '/archive/2025/02',
    '/archive/2026/03',
    '/corrections',
    '/feeds',
    '/feeds/about/topics/rivers/feed.xml',
  ],
  ...['/search?q=bridge', '/nothing-here'],
];
const FILES = [
  ...['/feed.xml', '/en/atom.xml', '/topics/rivers/feed.xml', '/authors/sok-chan/feed.json'],
  '/series/bridges/feed.xml',
  ...['/manifest.webmanifest', '/sitemap.xml', '/sitemap/posts-1.xml', '/share/en/none.png'],
];
const EDITIONS = [
  ...['/dark/piece-2', '/light/topics/rivers', '/text', '/text/piece-2', '/text/km', '/text/nothing-here'],
];
