import { join } from 'node:path';
import { eq, exists } from 'drizzle-orm';
import { type Db, openDatabase } from '@/db/client';
import { authorPosts, authors, users } from '@/db/schema';
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
import type { Seeded } from '../seed';
import { Writer } from '../writer';
import { kindsOf, type Places } from './kinds';
import { measureKind } from './measure-requests';
import { type Measured, measuredOf, type Sample } from './measured';
import { loadMemory } from './memory-load';
import { processorMs } from './server-time';

const WRITES = 20;
const WORDS = 900;
/** Requests of each kind, in a whole and in a short run. */
const REQUESTS = { whole: 8, quick: 5 };

/** Measures a publication of one size. @param posts how many it has. */
export async function measureSize(bench: Bench, seeded: Seeded, posts: number): Promise<Measured[]> {
  const server = await Server.prepare(seeded.dataDir, { host: '127.0.0.1' });
  server.stopAtTheEnd(bench.cleanUp);
  const started = await measureStarts(server, bench.options.openings);
  const db = openDatabase(join(seeded.dataDir, 'broadside.db'));
  try {
    const asking = { server, db, cookie: signIn(db, server.url), postId: posts };
    const requests = kindsOf(seeded, placesOf(db), posts);
    // The first requests of a process run cold code, which is not measured here. Searches have some of their own.
    for (const kind of requests.filter(({ promise }) => promise !== 'search'))
      await measureKind(asking, { ...kind, paths: kind.paths.slice(0, 1) }, 1);
    const measured: Measured[] = [];
    const atLeast = bench.options.rounds === 1 ? REQUESTS.quick : REQUESTS.whole;
    for (const kind of requests) measured.push(await measureKind(asking, kind, atLeast));
    const memory = await loadMemory(asking, seeded);
    return [...measured, ...measureWrites(db), started, ...memory];
  } catch (error) {
    console.error(`The server said:\n${server.output}`);
    throw error;
  } finally {
    db.$client.close();
    await server.stop();
  }
}

/** Starts a server several times, and leaves it running. */
async function measureStarts(server: Server, starts: number): Promise<Measured> {
  const samples: Sample[] = [];
  for (let n = 0; n < starts; n += 1) {
    await server.stop();
    const ms = await server.start('/', 5);
    samples.push({ ms, processorMs: processorMs(server.pid) });
  }
  return measuredOf('start to the first page', 'flat', samples);
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
  const samples = items.map((item): Sample => {
    const [from, before] = [performance.now(), process.cpuUsage()];
    run(item);
    const { user, system } = process.cpuUsage(before);
    return { ms: performance.now() - from, processorMs: (user + system) / 1000 };
  });
  return measuredOf(what, 'flat', samples);
}
