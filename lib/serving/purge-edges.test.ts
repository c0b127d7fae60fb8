import { afterEach, beforeEach, expect, test } from 'vitest';
import { jobs } from '@/db/schema';
import type { Clock } from '@/lib/jobs/clock';
import { purgeEdge, purgeEdges } from '@/lib/jobs/kinds';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { buildPost } from '@/tools/testing/factories';
import { closeServers, serve } from '@/tools/testing/test-server';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { startPublicationJobs } from './publication-jobs';

shareSettings(parseEnvironment({}));

let site: TestSite;
let clock: Clock | undefined;
const failures: unknown[] = [];

beforeEach(() => {
  site = openTestSite();
});

afterEach(async () => {
  await clock?.stop(0);
  clock = undefined;
  site.close();
  await closeServers();
  expect(failures.splice(0)).toEqual([]);
});

function start(edgePurgeUrls: string[] = []): void {
  clock = startPublicationJobs(site.db, { edgePurgeUrls, report: (error) => failures.push(error) });
}

test('edges are purged at the start, once for each change, and again after a failure', async () => {
  let isFailing = true;
  const edge = await serve((_, response) => {
    response.writeHead(isFailing ? 503 : 200).end();
    isFailing = false;
  });
  start([`${edge.url}/purge`]);
  await expect.poll(() => edge.asked.length, { timeout: 60_000 }).toBe(2);
  await expect.poll(openPurges, { timeout: 60_000 }).toEqual([]);
  // Many changes at once are merged into one purge.
  site.db.transaction(() => {
    for (let count = 0; count < 5; count++) buildPost(site.db);
  });
  await expect.poll(() => edge.asked.length, { timeout: 60_000 }).toBe(3);
  await expect.poll(openPurges, { timeout: 60_000 }).toEqual([]);
  expect(edge.asked).toHaveLength(3);
  expect(edge.asked[0]).toMatchObject({ method: 'PURGE', headers: { 'surrogate-key': 'broadside' } });
});

test('edges are purged separately: one that answers is not asked again because another does not', async () => {
  const sound = await serve((_, response) => void response.end());
  const broken = await serve((_, response) => void response.writeHead(500).end());
  start([sound.url, broken.url]);
  await expect.poll(() => broken.asked.length, { timeout: 60_000 }).toBeGreaterThan(1);
  expect(sound.asked).toHaveLength(1);
  // Whatever the state: the second attempt may still be under way.
  const lastErrors = site.db.select({ lastError: jobs.lastError }).from(jobs).all();
  expect(lastErrors.map(({ lastError }) => lastError)).toContain(
    `The edge at ${broken.url} did not purge: it answered 500.`,
  );
});

test('edges that are no longer in the settings are forgotten', async () => {
  site.db
    .insert(jobs)
    .values({
      kind: purgeEdge.name,
      payload: JSON.stringify({ url: 'https://gone.example/' }),
      isMerged: true,
      runAt: 0,
      dueAt: 0,
      createdAt: 0,
    })
    .run();
  start();
  await expect.poll(openPurges, { timeout: 60_000 }).toEqual([]);
});

test('edges are not purged for changes that readers do not see', () => {
  start();
  expect(openPurges()).toEqual([]);
  buildPost(site.db, { status: 'draft' });
  expect(openPurges()).toEqual([]);
  buildPost(site.db);
  expect(openPurges()).toEqual([purgeEdges.name]);
});

/** Returns the kinds of the purges that are not done. */
function openPurges(): string[] {
  const open = site.db
    .select()
    .from(jobs)
    .all()
    .filter(({ state }) => state !== 'done');
  return open.map(({ kind }) => kind).filter((kind) => kind === purgeEdge.name || kind === purgeEdges.name);
}
