import { afterEach, beforeEach, expect, test } from 'vitest';
import { OPERATOR } from '@/lib/actor';
import { requireValue } from '@/lib/errors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { daysOf, listMonth, monthAfter, placeInWeek } from './calendar';
import { schedulePost } from './commands/schedule-post';

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

test('a month shows what is published and scheduled in it, on the day of the publication’s zone', () => {
  site.db.$client.prepare('update site set time_zone = ?').run('Asia/Phnom_Penh');
  const now = Date.UTC(2026, 9, 31, 18);
  buildPost(site.db, { headline: 'Published in the night', now });
  buildPost(site.db, { headline: 'Of the month before', now: now - 2 * 3_600_000 });
  buildPost(site.db, { headline: 'A draft', status: 'draft', now });
  const { postId, version } = buildPost(site.db, { headline: 'Scheduled', status: 'draft', now });
  const at = Date.UTC(2026, 10, 30, 16, 59);
  requireValue(schedulePost(site.db, { postId, draftVersion: version, at }, { actor: OPERATOR, now }));
  const days = listMonth(site.db, '2026-11', 'Asia/Phnom_Penh');
  expect([...days].map(([day, posts]) => [day, posts.map(({ headline }) => headline)])).toEqual([
    ['2026-11-01', ['Published in the night']],
    ['2026-11-30', ['Scheduled']],
  ]);
});

test('months have their days, their neighbours and their places in the week', () => {
  expect(daysOf('2028-02').at(-1)).toBe('2028-02-29');
  expect(daysOf('2026-11')).toHaveLength(30);
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  expect([placeInWeek('2026-11-30'), placeInWeek('2026-11-29')]).toEqual([0, 6]);
});
