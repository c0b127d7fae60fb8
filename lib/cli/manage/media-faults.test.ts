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

/** Stores a file and its row. */
function store(n: number, { hasHash = true } = {}) {
  const facts = { mime: 'image/webp', widthPx: 1, heightPx: 1, bytes: 7 };
  const sha256 = createHash('sha256').update('picture').digest('hex');
  const rendition = { file: 'a.webp', ...facts, ...(hasHash && { sha256 }) };
  const row = { id: nameOf(n), sha256: `${n}`, originalName: `${n}.webp`, createdAt: 1 };
  site.db
    .insert(media)
    .values({ ...row, ...facts, renditions: [rendition] })
    .run();
  mkdirSync(join(mediaDir, nameOf(n)), { recursive: true });
  writeFileSync(fileOf(n), 'picture');
}

test('files as they were stored have no faults, however many there are', async () => {
  for (let n = 0; n < 450; n += 1) store(n);
  expect(await findMediaFaults(site.db, mediaDir, () => {})).toEqual({ faults: [], withoutHash: 0 });
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

test('files of earlier versions are measured and counted', async () => {
  store(1, { hasHash: false });
  expect(await findMediaFaults(site.db, mediaDir, () => {})).toEqual({ faults: [], withoutHash: 1 });
});
