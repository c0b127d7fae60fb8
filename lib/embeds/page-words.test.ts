import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { type PoolLimits, WorkerPool } from '@/lib/process/worker-pool';
import { pageWords } from './page-words';
import type readFetchedPage from './page-worker';

const WORKER = fileURLToPath(new URL('./page-worker.ts', import.meta.url));
const BACKTRACKING = fileURLToPath(new URL('../../tools/testing/backtracking-worker.ts', import.meta.url));
const LIMITS: PoolLimits = { threads: 1, longestLine: 1, longestMs: 3_600_000, heapMiB: 64 };
const MANY = 100_000;
const pools: WorkerPool<typeof readFetchedPage>[] = [];

function openPool(file: string, limits: Partial<PoolLimits> = {}) {
  const pool = new WorkerPool<typeof readFetchedPage>(file, { ...LIMITS, ...limits });
  pools.push(pool);
  return pool;
}

function pageOf(html: string) {
  return { bytes: Buffer.from(html), charset: null, url: 'https://example.org/' };
}

/** Counts the turns of the event loop until something settles. */
async function turnsUntil(settled: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  settled.then(over, over);
  let turns = 0;
  for (; !isOver; turns += 1) await turn();
  return turns;
}

afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
});

test('a page that would take hours ends with a refusal, and the main thread goes on meanwhile', async () => {
  const pool = openPool(BACKTRACKING, { longestMs: 500 });
  await pageWords(pageOf('a'), pool);
  const hostile = pageWords(pageOf(`${'a'.repeat(40)}!`), pool);
  const waiting = pageWords(pageOf('aaa'), pool);
  const outcome = expect(hostile).rejects.toMatchObject({ code: 'unavailable', key: 'pageTooComplex' });
  await expect(pageWords(pageOf('a'), pool)).rejects.toMatchObject({ code: 'unavailable', key: 'tooBusy' });
  expect(await turnsUntil(hostile)).toBeGreaterThan(20);
  await outcome;
  expect(await waiting).toMatchObject({ title: 'aaa' });
});

test('a page is read in a thread, in the charset that it declares', async () => {
  const pool = openPool(WORKER);
  expect(await pageWords(pageOf('<title>ទន្លេ</title>'), pool)).toMatchObject({ title: 'ទន្លេ' });
  const latin = Buffer.from('<meta charset=iso-8859-1><title>café</title>', 'latin1');
  expect(await pageWords({ ...pageOf(''), bytes: latin }, pool)).toMatchObject({ title: 'café' });
  const declared = { ...pageOf(''), bytes: latin.subarray(25), charset: 'windows-1252' };
  expect(await pageWords(declared, pool)).toMatchObject({ title: 'café' });
  expect(await pageWords({ ...pageOf('<title>a'), charset: 'unheard-of' }, pool)).toMatchObject({
    title: 'a',
  });
});

test('hostile pages give what they say first, while the main thread goes on', async () => {
  const pool = openPool(WORKER);
  await pageWords(pageOf(''), pool);
  for (const filling of ['<meta ', '<title>', '<div>', '<!--', 'a=b ', '&amp;', '<b></i>']) {
    const read = pageWords(pageOf(`<title>Dark water</title>${filling.repeat(MANY)}`), pool);
    expect(await turnsUntil(read)).toBeGreaterThan(0);
    expect(await read).toMatchObject({ title: 'Dark water' });
  }
});
