import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Db, neverWait, openDatabase } from '@/db/client';
import { postTexts, programNotes, users } from '@/db/schema';
import { whenFree } from '@/lib/when-free';
import { buildPost } from '@/tools/testing/factories';
import { buildUser } from '@/tools/testing/people';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { type RebuildProgress, rebuildPosts } from './rebuild';

const POSTS = 6;
const DAY_MS = 24 * 60 * 60 * 1000;
/** So that each post is a batch. */
const batchMs = 0;

let site: TestSite;
let server: Db;
beforeEach(() => {
  site = openTestSite();
  for (let made = 0; made < POSTS; made++) buildPost(site.db);
  server = openDatabase(site.db.$client.name);
  neverWait(server);
});
afterEach(() => {
  server.$client.close();
  site.close();
});

/** Rebuilds, and ends as a killed process would, after some batches. */
async function rebuildUntil(batches: number, now: number) {
  let left = batches;
  const onProgress = () => {
    left -= 1;
    if (left === 0) throw new Error('killed');
  };
  await expect(rebuildPosts(site.db, { now, batchMs, onProgress })).rejects.toThrow('killed');
}

async function progressOf(now: number): Promise<RebuildProgress[]> {
  const all: RebuildProgress[] = [];
  expect(await rebuildPosts(site.db, { now, batchMs, onProgress: (one) => all.push(one) })).toBe(POSTS);
  return all;
}

test('each batch says how far it is', async () => {
  expect((await progressOf(1)).map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(site.db.select().from(programNotes).all()).toEqual([]);
});

test('a rebuild that was killed goes on where it was, within a day', async () => {
  await rebuildUntil(4, 1);
  expect((await progressOf(DAY_MS)).map(({ done }) => done)).toEqual([4, 5, 6]);
  await rebuildUntil(4, 1);
  expect((await progressOf(DAY_MS + 1)).map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6]);
});

test('what was done before a rebuild was killed stays, and the next one does the rest', async () => {
  site.db.delete(postTexts).run();
  await rebuildUntil(4, 1);
  const ids = () => site.db.select({ id: postTexts.postId }).from(postTexts).all();
  expect(ids()).toHaveLength(4);
  await progressOf(2);
  expect(ids()).toHaveLength(POSTS);
});

test('the server writes and reads between two batches', async () => {
  buildUser(site.db);
  const written: number[] = [];
  const onProgress = ({ done }: RebuildProgress) => {
    if (done !== 2) return;
    void whenFree(() => server.update(users).set({ name: 'Sok' }).run()).then(() => written.push(done));
  };
  const seen = new Set<boolean>();
  await rebuildPosts(site.db, {
    batchMs,
    onProgress: (progress) => {
      onProgress(progress);
      seen.add(written.length > 0);
    },
  });
  expect(seen).toEqual(new Set([false, true]));
});
