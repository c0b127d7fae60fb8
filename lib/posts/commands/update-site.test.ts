import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { readSite } from '@/lib/settings/site';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { updateSite } from './update-site';

const context = contextAt(Date.UTC(2026, 0, 5));
const home = { label: { en: 'Home' }, path: '/' };

let site: TestSite;
beforeEach(() => {
  site = openTestSite();
});
afterEach(() => site.close());

function settings(changes = {}) {
  return { ...readSite(site.db), timeZone: 'UTC', ...changes };
}
const monthOf = (postId: number) =>
  site.db.$client.prepare('select published_month from posts where id = ?').pluck().get(postId);

test('settings are saved, and read back', () => {
  const changes = { name: { en: 'The Lamp' }, navigation: [home], hasOwnDigits: false };
  requireValue(updateSite(site.db, settings(changes), context));
  expect(readSite(site.db)).toMatchObject(changes);
});

test('a new time zone moves posts to their month there, and no other change touches them', () => {
  const { postId } = buildPost(site.db, { now: Date.UTC(2026, 0, 31, 20) });
  requireValue(updateSite(site.db, settings(), context));
  expect(monthOf(postId)).toBe('2026-01');
  const moved = updateSite(site.db, settings({ timeZone: 'Asia/Phnom_Penh' }), context);
  expect(moved).toMatchObject({ ok: true, value: { timeZoneChanged: true } });
  expect(monthOf(postId)).toBe('2026-02');
  site.db.$client.prepare("update posts set published_month = 'kept' where id = ?").run(postId);
  const same = updateSite(site.db, settings({ timeZone: 'Asia/Phnom_Penh' }), context);
  expect(same).toMatchObject({ ok: true, value: { timeZoneChanged: false } });
  expect(monthOf(postId)).toBe('kept');
});

test.each([
  ['menuLink', [{ ...home, path: 'about' }]],
  ['menuLink', [{ ...home, path: 'about/us' }]],
  ['menuLink', [{ ...home, path: '//elsewhere.example' }]],
  ['menuLink', [{ ...home, path: '/\t/elsewhere.example' }]],
  ['menuLink', [{ ...home, path: '/\n/elsewhere.example' }]],
  ['menuLink', [{ ...home, path: '/\\elsewhere.example' }]],
  ['menuLink', [{ ...home, path: '\t//elsewhere.example' }]],
  ['menuLinkLong', [{ ...home, path: `/${'a'.repeat(300)}` }]],
  ['menuFull', Array.from({ length: 13 }, () => home)],
])('a menu is refused with %s: %j', (key, navigation) => {
  expect(updateSite(site.db, settings({ navigation }), context)).toMatchObject({ ok: false, key });
  expect(readSite(site.db).navigation).toEqual([]);
});

test('a menu may have twelve links, each of 300 characters', () => {
  const navigation = Array.from({ length: 12 }, () => ({ ...home, path: `/${'a'.repeat(299)}` }));
  expect(updateSite(site.db, settings({ navigation }), context)).toMatchObject({ ok: true });
});
