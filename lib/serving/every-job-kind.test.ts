import { expect, test } from 'vitest';
import { jobs } from '@/db/schema';
import { isKnownKind } from '@/lib/jobs/kinds';
import { DESCRIBED_KINDS } from '@/tools/testing/job-kinds';
import { openTestSite } from '@/tools/testing/test-site';
import { startPublicationJobs } from './publication-jobs';

test('every kind of job that is described is known', () => {
  expect(DESCRIBED_KINDS.length).toBeGreaterThan(4);
  expect(DESCRIBED_KINDS.filter((kind) => !isKnownKind(kind))).toEqual([]);
});

test('every kind of job has a worker', async () => {
  const site = openTestSite();
  // A worker fails a job that it cannot read at once; without a worker the job would wait.
  const unreadable = { payload: 'unreadable', isMerged: false, createdAt: 1, runAt: 1, dueAt: 1 };
  const rows = DESCRIBED_KINDS.map((kind) => ({ kind, ...unreadable }));
  site.db.insert(jobs).values(rows).run();
  const clock = startPublicationJobs(site.db, { edgePurgeUrls: [], report: () => {} });
  await clock.stop(60_000);
  const left = site.db.select().from(jobs).all();
  const waiting = left.filter(({ payload, state }) => payload === 'unreadable' && state !== 'failed');
  expect(waiting.map(({ kind }) => kind)).toEqual([]);
  site.close();
});
