import { setTimeout as pause } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { Lab } from '../lab';
import { type Drill, type Scenario, verdict } from '../scenario';

const SHORT_MS = 2000;
const LONG_MS = 15_000;
/** Reading never waits for a lock; this is room for a busy machine. */
const PAGE_WITHIN_MS = 1000;

export const LOCK_SCENARIOS: Scenario[] = [
  {
    name: 'write lock held for 2 s by another process',
    promise: 'pages are answered meanwhile; the save waits and is acknowledged',
    run: (drill) => holdLock(drill, SHORT_MS),
  },
  {
    name: 'write lock held for 15 s by another process',
    promise:
      'pages are answered meanwhile; the save is refused, and the next one after the lock is acknowledged',
    run: (drill) => holdLock(drill, LONG_MS),
  },
];

async function holdLock({ cleanUp }: Drill, heldMs: number) {
  const lab = await Lab.make(cleanUp);
  const postId = lab.beginPost('Before');
  await lab.server.start();
  await lab.statusOf('/');
  const { version } = lab.draftOf(postId);
  const faults: string[] = [];
  const holder = new BetterSqlite(lab.file);
  holder.exec('BEGIN IMMEDIATE');
  const release = pause(heldMs).then(() => holder.close());
  const save = lab.save(postId, version, 'During');
  const slowest = await slowestPage(lab, heldMs);
  const saved = await save;
  await release;
  if (slowest.statuses.some((status) => status !== 200))
    faults.push(`a page answered ${slowest.statuses.join()}`);
  if (slowest.ms > PAGE_WITHIN_MS) faults.push(`a page took ${slowest.ms} ms`);
  const isShort = heldMs === SHORT_MS;
  if (isShort === (typeof saved === 'string')) faults.push(`the save: ${saved}`);
  const { headline, version: now } = lab.draftOf(postId);
  if (typeof saved !== 'string' && headline !== 'During') faults.push('the acknowledged save is not there');
  const next = await lab.save(postId, now, 'After');
  if (typeof next === 'string') faults.push(`the next save: ${next}`);
  const first = typeof saved === 'string' ? `refused (${saved})` : 'acknowledged';
  return verdict(`slowest page ${slowest.ms} ms; the save was ${first}`, faults);
}

async function slowestPage(lab: Lab, forMs: number): Promise<{ ms: number; statuses: number[] }> {
  const until = Date.now() + forMs - 200;
  const statuses = new Set<number>();
  let slowest = 0;
  for (let n = 0; Date.now() < until; n += 1) {
    const from = performance.now();
    // Each second address is not in the cache, so that the database is read too.
    statuses.add(await lab.statusOf(n % 2 === 0 ? '/' : `/search?q=word${n}`));
    slowest = Math.max(slowest, performance.now() - from);
    await pause(100);
  }
  return { ms: Math.round(slowest), statuses: [...statuses] };
}
