import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordQueries } from '@/db/recorded-queries';
import { findPublishedPost, listPublishedPosts } from '@/lib/posts/queries';
import { readSite } from '@/lib/settings/site';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { type Fingerprint, Fingerprints } from './fingerprints';

let site: TestSite;
let fingerprints: Fingerprints;
beforeEach(() => {
  site = openTestSite();
  // A clock that stands still: no check is interrupted because the machine is busy.
  fingerprints = new Fingerprints(site.db.$client.name, () => 0);
});
afterEach(() => {
  fingerprints.close();
  site.close();
});

const version = () => site.db.$client.prepare('select content_version from site').pluck().get() as number;

async function fingerprintOf(work: () => unknown): Promise<Fingerprint> {
  const { recording } = await recordQueries(async () => work());
  const fingerprint = fingerprints.of(recording);
  if (!fingerprint) throw new Error('Nothing was recorded.');
  return fingerprint;
}

const check = (fingerprint: Fingerprint) => fingerprints.check(fingerprint, version());

test('a page is the same after a change of rows that it did not read, and changed after one that it did', async () => {
  buildPost(site.db, { slug: 'bridge' });
  const page = await fingerprintOf(() => [readSite(site.db), findPublishedPost(site.db, 'bridge')]);
  const list = await fingerprintOf(() => listPublishedPosts(site.db, {}));
  buildPost(site.db, { slug: 'tower' });
  expect([check(page), check(list)]).toEqual(['same', 'changed']);
  site.db.$client.exec("update revisions set headline = 'Another' where headline <> 'Another'");
  expect(check(page)).toBe('changed');
});

test('a page about nothing is changed by the row that it looked for', async () => {
  const page = await fingerprintOf(() => findPublishedPost(site.db, 'bridge'));
  buildPost(site.db, { slug: 'tower' });
  expect(check(page)).toBe('same');
  buildPost(site.db, { slug: 'bridge' });
  expect(check(page)).toBe('changed');
});

test('what changes and changes back is the same again', async () => {
  const page = await fingerprintOf(() => readSite(site.db));
  site.db.$client.exec(`update site set time_zone = 'Asia/Bangkok'`);
  expect(check(page)).toBe('changed');
  site.db.$client.exec(`update site set time_zone = 'Asia/Phnom_Penh'`);
  expect(check(page)).toBe('same');
});

test('every page reads the settings without the content version', async () => {
  const page = await fingerprintOf(() => readSite(site.db));
  site.db.$client.exec('update site set content_version = content_version + 1');
  expect(check(page)).toBe('same');
});

test('work without queries, or with what they do not tell, has no fingerprint', async () => {
  expect(fingerprints.of((await recordQueries(async () => 1)).recording)).toBeNull();
  const writing = await recordQueries(async () => [readSite(site.db), site.db.$client.exec('select 1')]);
  expect(fingerprints.of(writing.recording)).toBeNull();
});

test('a check stops when its time is over, and the next call continues', async () => {
  let nowMs = 0;
  const slow = new Fingerprints(site.db.$client.name, () => (nowMs += 2));
  const recording = await recordQueries(async () => {
    for (const slug of ['a', 'b', 'c', 'd', 'e', 'f']) findPublishedPost(site.db, slug);
  });
  const page = slow.of(recording.recording);
  if (!page) throw new Error('Nothing was recorded.');
  const verdicts: string[] = [];
  while (verdicts.at(-1) !== 'same') verdicts.push(slow.check(page, version()));
  expect(verdicts.length).toBeGreaterThan(1);
  expect(new Set(verdicts.slice(0, -1))).toEqual(new Set(['unfinished']));
  slow.close();
});

test('pages share the queries that they have in common', async () => {
  const [first, second] = [
    await fingerprintOf(() => [readSite(site.db), findPublishedPost(site.db, 'a')]),
    await fingerprintOf(() => [readSite(site.db), findPublishedPost(site.db, 'b')]),
  ];
  expect(second.parts[0]?.query).toBe(first.parts[0]?.query);
  expect(second.parts[1]?.query).not.toBe(first.parts[1]?.query);
});
