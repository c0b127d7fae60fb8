import { join } from 'node:path';
import { eq, exists, sql } from 'drizzle-orm';
import { type Db, openDatabase } from '@/db/client';
import { authorPosts, authors, site, users } from '@/db/schema';
import { sessionCookieName } from '@/lib/accounts/session-cookie';
import { openSession } from '@/lib/accounts/sessions';
import { OPERATOR } from '@/lib/actor';
import { authorPath, seriesPath, topicPath } from '@/lib/addresses';
import { requireValue } from '@/lib/errors';
import { listTopicsInUse } from '@/lib/labels/topics';
import { publishPost } from '@/lib/posts/commands/publish-post';
import { saveDraft } from '@/lib/posts/commands/save-draft';
import { emptyWriting } from '@/lib/posts/fields';
import { listSeriesInUse } from '@/lib/series/series';
import { Server } from '@/tools/running/server';
import { buildPost } from '@/tools/testing/factories';
import type { Bench } from '../bench';
import { usageOf } from '../process-family';
import type { Seeded } from '../seed';
import { median, percentile } from '../statistics';
import { Writer } from '../writer';
import { type Kind, kindsOf, type Places } from './kinds';
import { processorMs } from './server-time';

/** A measured kind: the time on the clock, and the processor time, of one request, in ms. */
export interface Measured {
  what: string;
  promise: Kind['promise'] | 'none';
  ms: number;
  /** The longest of the measured times. */
  longestMs: number;
  processorMs: number | null;
}

const WRITES = 20;
const WORDS = 900;

/** Measures a publication of one size. @param posts how many it has. */
export async function measureSize(bench: Bench, seeded: Seeded, posts: number): Promise<Measured[]> {
  const server = await Server.prepare(seeded.dataDir, { host: '127.0.0.1' });
  server.stopAtTheEnd(bench.cleanUp);
  const startMs = await server.start('/', 5);
  const db = openDatabase(join(seeded.dataDir, 'broadside.db'));
  try {
    const cookie = signIn(db, server.url);
    const requests = kindsOf(seeded, placesOf(db), posts);
    // The first requests of a process run cold code, which is not measured here.
    for (const kind of requests)
      await measureKind(server, db, { ...kind, paths: kind.paths.slice(0, 1) }, cookie);
    const measured: Measured[] = [];
    for (const kind of requests)
      measured.push(await measureKind(server, db, kind, cookie, bench.options.rounds));
    const { residentMib } = usageOf(server.pid);
    return [
      ...measured,
      ...measureWrites(db),
      plain('start to the first page', startMs),
      plain('memory after load (MiB)', residentMib),
    ];
  } finally {
    db.$client.close();
    await server.stop();
  }
}

/** A figure without a promise of its own. */
export function plain(what: string, ms: number): Measured {
  return { what, promise: 'none', ms, longestMs: ms, processorMs: null };
}

function placesOf(db: Db): Places {
  const isUsed = exists(db.select().from(authorPosts).where(eq(authorPosts.authorId, authors.id)));
  const writing = db.select({ slug: authors.slug }).from(authors).where(isUsed).all();
  return {
    topics: listTopicsInUse(db).map(({ slug }) => topicPath(slug)),
    authors: writing.map(({ slug }) => authorPath(slug)),
    series: listSeriesInUse(db).map(({ slug }) => seriesPath(slug)),
  };
}

function signIn(db: Db, url: string): string {
  const owner = db.select({ id: users.id }).from(users).where(eq(users.role, 'owner')).get();
  if (!owner) throw new Error('The publication has no owner.');
  return `${sessionCookieName(url)}=${openSession(db, { userId: owner.id, userAgent: 'bench' }, Date.now())}`;
}

async function measureKind(
  server: Server,
  db: Db,
  kind: Kind,
  cookie: string,
  rounds = 1,
): Promise<Measured> {
  const times: number[] = [];
  let processor = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const path of kind.paths) {
      changeEveryPage(db);
      const before = processorMs(server.pid);
      const from = performance.now();
      await request(`${server.url}${path}`, kind.isSignedIn ? { cookie } : {});
      times.push(performance.now() - from);
      processor += processorMs(server.pid) - before;
    }
  }
  const { what, promise } = kind;
  return {
    what,
    promise,
    ms: median(times),
    longestMs: percentile(times, 100),
    processorMs: processor / times.length,
  };
}

async function request(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  const isAsExpected = url.includes('/nowhere') ? answer.status === 404 : answer.status === 200;
  if (!isAsExpected) throw new Error(`${url} was answered with ${answer.status}.`);
}

/** Changes the name of the publication, which is on every page: none can be answered from the cache. */
function changeEveryPage(db: Db): void {
  db.update(site)
    .set({ name: sql`json_set(${site.name}, '$.en', 'The Lamp ' || ${site.contentVersion})` })
    .run();
}

function measureWrites(db: Db): Measured[] {
  const writer = new Writer('en');
  const drafts = Array.from({ length: WRITES }, () => {
    const words = { headline: writer.headline(7), body: writer.body(WORDS) };
    return buildPost(db, { ...words, status: 'draft' });
  });
  const context = { actor: OPERATOR, now: Date.now() };
  const writing = () => ({ ...emptyWriting(), headline: writer.headline(7), body: writer.body(WORDS) });
  return [
    timed('autosave (the command)', drafts, ({ postId, version }) =>
      requireValue(saveDraft(db, { postId, version, writing: writing() }, context)),
    ),
    timed('publish (the command)', drafts, ({ postId, version }) =>
      requireValue(publishPost(db, { postId, draftVersion: version + 1 }, context)),
    ),
  ];
}

function timed<T>(what: string, items: T[], run: (item: T) => unknown): Measured {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const item of items) {
    const from = performance.now();
    run(item);
    times.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(before);
  const processor = (user + system) / 1000 / items.length;
  return {
    what,
    promise: 'flat',
    ms: median(times),
    longestMs: percentile(times, 100),
    processorMs: processor,
  };
}
