import { afterAll, beforeAll, expect, test } from 'vitest';
import { listOldBinnedWithoutJob, listScheduledWithoutJob } from '@/lib/serving/posts-without-job';
import { plansOf } from '@/tools/testing/query-plans';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findNextJob, resumeInterrupted } from './job-rows';
import { publishPost, purgeEdges } from './kinds';
import { listTroubledJobs } from './troubled-jobs';

let site: TestSite;
beforeAll(() => {
  site = openTestSite();
});
afterAll(() => site.close());

const SORTED = 'USE TEMP B-TREE';

test('the next job is found by an index, without reading those that are done', () => {
  const [plan] = plansOf(site.db, () => findNextJob(site.db, [publishPost.name, purgeEdges.name]));
  expect(plan).toMatch(/^SCAN jobs USING INDEX jobs_waiting$/m);
  expect(plan).toMatch(
    /^SEARCH other USING COVERING INDEX jobs_equal \(kind=\? AND payload=\? AND state=\?\)$/m,
  );
  expect(plan).not.toContain(SORTED);
});

test('interrupted jobs are found by an index', () => {
  const plans = plansOf(site.db, () => resumeInterrupted(site.db, [publishPost], [1, 2]));
  expect(plans).toEqual([expect.stringMatching(/^(SCAN|SEARCH) jobs USING INDEX jobs_running/)]);
});

test('troubled jobs are found by indexes, in their order', () => {
  const plans = plansOf(site.db, () => listTroubledJobs(site.db, 0, 5));
  expect(plans).toEqual(['SCAN jobs USING INDEX jobs_ended', 'SEARCH jobs USING INDEX jobs_late (due_at<?)']);
});

test('posts without a job are found by indexes', () => {
  const plans = plansOf(site.db, () => [
    listScheduledWithoutJob(site.db),
    listOldBinnedWithoutJob(site.db, 0),
  ]);
  expect(plans).toHaveLength(2);
  for (const plan of plans) {
    expect(plan).toMatch(/^SEARCH posts USING INDEX posts_(?:live\w*|changed) \(status=\?\)$/m);
    expect(plan).toMatch(
      /^SEARCH jobs USING COVERING INDEX jobs_equal \(kind=\? AND payload=\? AND state=\?\)$/m,
    );
  }
});
