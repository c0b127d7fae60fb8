import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { posts, site } from '@/db/schema';
import type { Server } from '@/tools/running/server';
import { getPage } from '../get';
import { COLD_SEARCHES, type Kind } from './kinds';
import { type Measured, measuredOf, type Sample } from './measured';
import { processorMs } from './server-time';

/** What a request needs. */
export interface Asking {
  server: Server;
  /** Another connection to its database. */
  db: Db;
  /** The owner's session. */
  cookie: string;
  /** The id of a published post. */
  postId: number;
}

/**
 * Requests each address of a kind, and begins again until there are at least this many requests. Nothing is answered
 * from the cache: before each request, what is on every page and in the sitemap is changed. Searches are never
 * answered from it, and each is asked once.
 */
export async function measureKind(asking: Asking, kind: Kind, atLeast: number): Promise<Measured> {
  if (kind.promise === 'search') return measureSearches(asking, kind);
  const rounds = Math.ceil(atLeast / kind.paths.length);
  const samples: Sample[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const path of kind.paths) {
      changeEveryPage(asking.db, asking.postId);
      samples.push(await ask(asking, kind, path));
    }
  return measuredOf(kind.what, kind.promise, samples);
}

/** Collects the garbage of this process, which would otherwise be collected while it waits for an answer. */
const collectGarbage = exposedCollector();

/** @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags */
function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}

/**
 * Asks one search after another; the processor time of each is the mean, with whatever follows an answer. The thread
 * that searches ends when it is idle for a minute, and its first searches run cold code, which is not measured here.
 */
async function measureSearches({ server }: Asking, { what, promise, paths }: Kind): Promise<Measured> {
  await timesOf(server.url, paths.slice(0, COLD_SEARCHES));
  const before = await settled(server.pid);
  const times = await timesOf(server.url, paths.slice(COLD_SEARCHES));
  const processorMs = ((await settled(server.pid)) - before) / times.length;
  return measuredOf(
    what,
    promise,
    times.map((ms) => ({ ms, processorMs })),
  );
}

async function timesOf(url: string, paths: string[]): Promise<number[]> {
  const times: number[] = [];
  for (const path of paths) {
    collectGarbage();
    times.push((await getPage(`${url}${path}`, 'gzip')).ms);
  }
  return times;
}

async function ask({ server, cookie }: Asking, { isSignedIn }: Kind, path: string): Promise<Sample> {
  const before = await settled(server.pid);
  const ms = await timeOf(`${server.url}${path}`, isSignedIn ? { cookie } : {});
  return { ms, processorMs: (await settled(server.pid)) - before };
}

async function timeOf(url: string, headers: Record<string, string> = {}): Promise<number> {
  const from = performance.now();
  await request(url, headers);
  return performance.now() - from;
}

const QUIET = { everyMs: 25, mostMs: 1, rounds: 40 };

/** Waits until a server does nothing, such as what follows a change or an answer. @returns its processor time. */
async function settled(pid: number): Promise<number> {
  let time = processorMs(pid);
  for (let round = 0; round < QUIET.rounds; round += 1) {
    await pause(QUIET.everyMs);
    const next = processorMs(pid);
    if (next - time < QUIET.mostMs) return next;
    time = next;
  }
  return time;
}

async function request(url: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(url, { headers, redirect: 'manual' });
  await answer.arrayBuffer();
  const isAsExpected = url.includes('/nowhere') ? answer.status === 404 : answer.status === 200;
  if (!isAsExpected) throw new Error(`${url} was answered with ${answer.status}.`);
}

/** Changes the name of the publication, which is on every page, and when a post changed, for the sitemap. */
function changeEveryPage(db: Db, postId: number): void {
  db.transaction((tx) => {
    tx.update(site)
      .set({ name: sql`json_set(${site.name}, '$.en', 'The Lamp ' || ${site.contentVersion})` })
      .run();
    tx.update(posts)
      .set({ updatedAt: sql`${posts.updatedAt} + 1` })
      .where(sql`${posts.id} = ${postId}`)
      .run();
  });
}
