import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { media } from '@/db/schema';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { findMediaFaults } from './media-faults';

let site: TestSite;
let mediaDir: string;
beforeEach(() => {
  site = openTestSite();
  mediaDir = join(site.dataDir, 'media');
});
afterEach(() => site.close());

const nameOf = (n: number) => String(n).padStart(16, '0');
const fileOf = (n: number) => join(mediaDir, nameOf(n), 'a.webp');
const masterOf = (n: number) => join(mediaDir, nameOf(n), 'master.jpg');
const hashOf = (bytes: string) => createHash('sha256').update(bytes).digest('hex');

/** Stores a file and its row. */
function store(n: number, { hasHash = true, hasMaster = true } = {}) {
  const facts = { mime: 'image/webp', widthPx: 1, heightPx: 1, bytes: 7 };
  const sha256 = hashOf('picture');
  const master = hasMaster ? { file: 'master.jpg', bytes: 7, sha256: hashOf('masters') } : null;
  const rendition = { file: 'a.webp', ...facts, ...(hasHash && { sha256 }) };
  const row = { id: nameOf(n), sha256: `${n}`, originalName: `${n}.webp`, createdAt: 1 };
  site.db
    .insert(media)
    .values({ ...row, ...facts, renditions: [rendition], master })
    .run();
  mkdirSync(join(mediaDir, nameOf(n)), { recursive: true });
  writeFileSync(fileOf(n), 'picture');
  writeFileSync(masterOf(n), 'masters');
}

test('files as they were stored have no faults, however many there are', async () => {
  for (let n = 0; n < 450; n += 1) store(n);
  expect(await findMediaFaults(site.db, mediaDir, () => {})).toEqual({ faults: [], recorded: 0 });
});

test.each([
  ['missing', () => rmSync(fileOf(300)), 'is missing a file'],
  ['shorter', () => writeFileSync(fileOf(300), 'pic'), 'has a file of 3 bytes in place of 7'],
  ['changed', () => writeFileSync(fileOf(300), 'pictura'), 'has a file that was changed'],
])('a file that is %s is reported, in whichever batch it is', async (_what, spoil, fault) => {
  for (let n = 0; n < 301; n += 1) store(n);
  spoil();
  const { faults } = await findMediaFaults(site.db, mediaDir, () => {});
  expect(faults).toEqual([`“300.webp” ${fault}: ${nameOf(300)}/a.webp`]);
});

test('the hashes of files that an earlier version stored are recorded, and compared from then on', async () => {
  store(1, { hasHash: false });
  store(2, { hasMaster: false });
  expect(await findMediaFaults(site.db, mediaDir, () => {})).toEqual({ faults: [], recorded: 2 });
  expect(await findMediaFaults(site.db, mediaDir, () => {})).toEqual({ faults: [], recorded: 0 });
  writeFileSync(fileOf(1), 'pictura');
  writeFileSync(masterOf(2), 'mastera');
  expect((await findMediaFaults(site.db, mediaDir, () => {})).faults).toEqual([
    `“1.webp” has a file that was changed: ${nameOf(1)}/a.webp`,
    `“2.webp” has a file that was changed: ${nameOf(2)}/master.jpg`,
  ]);
});

test('nothing is recorded of a medium with a fault, or in tables of another version', async () => {
  store(1, { hasHash: false });
  rmSync(masterOf(1));
  const { faults, recorded } = await findMediaFaults(site.db, mediaDir, () => {});
  expect({ faults, recorded }).toMatchObject({
    faults: [expect.stringContaining('is missing')],
    recorded: 0,
  });
  store(2, { hasHash: false });
  site.db.$client.exec('alter table media drop column master');
  site.db.$client.pragma('user_version = 14');
  expect((await findMediaFaults(site.db, mediaDir, () => {})).recorded).toBe(0);
});

test.each([
  ['missing', () => rmSync(masterOf(3)), 'is missing a file'],
  ['changed', () => writeFileSync(masterOf(3), 'mastera'), 'has a file that was changed'],
])('an original that is %s is reported', async (_what, spoil, fault) => {
  store(3);
  spoil();
  const { faults } = await findMediaFaults(site.db, mediaDir, () => {});
  expect(faults).toEqual([`“3.webp” ${fault}: ${nameOf(3)}/master.jpg`]);
});
