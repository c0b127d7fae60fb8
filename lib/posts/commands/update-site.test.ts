import { afterEach, beforeEach, expect, test } from 'vitest';
import { requireValue } from '@/lib/errors';
import { readSite } from '@/lib/settings/site';
import { contextAt } from '@/tools/testing/actors';
import { buildPost } from '@/tools/testing/factories';
import { openTestSite, type TestSite } from '@/tools/testing/test-site';
import { updateSite } from './update-site';

type Settings = Parameters<typeof updateSite>[1];

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
  ['menuLink', [{ ...home, path: 'javascript:alert(1)' }]],
  ['menuLink', [{ ...home, path: 'https://' }]],
  ['menuLink', [{ ...home, path: 'https://lamp.example/a b' }]],
  ['menuLink', [{ ...home, path: 'https://lamp.example/\u0001' }]],
  ['menuLink', [{ ...home, path: 'ftp://lamp.example' }]],
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

test('a menu may lead to another site', () => {
  const navigation = [{ ...home, path: 'https://shop.example/books?x=1' }];
  requireValue(updateSite(site.db, { navigation }, context));
  expect(readSite(site.db).navigation).toEqual(navigation);
});

test('one section of the settings leaves the others as they are', () => {
  requireValue(updateSite(site.db, { navigation: [home], contact: 'desk@lamp.example' }, context));
  requireValue(updateSite(site.db, { footer: { en: 'Made by the river.' }, licence: 'by-sa' }, context));
  requireValue(updateSite(site.db, {}, context));
  expect(readSite(site.db)).toMatchObject({
    navigation: [home],
    contact: 'desk@lamp.example',
    footer: { en: 'Made by the river.' },
    licence: 'by-sa',
  });
});

test('a colour is stored in small letters, and an empty one means the theme’s', () => {
  requireValue(updateSite(site.db, { accent: ' #0A5C36 ' }, context));
  expect(readSite(site.db).accent).toBe('#0a5c36');
  requireValue(updateSite(site.db, { accent: '' }, context));
  expect(readSite(site.db).accent).toBe('');
});

const refused: [key: string, input: object][] = [
  ['notAnEmail', { contact: 'lamp.example' }],
  ['webAddress', { social: ['facebook.com/lamp'] }],
  ['webAddress', { social: ['javascript:alert(1)'] }],
  ['socialFull', { social: Array.from({ length: 9 }, () => 'https://x.com/lamp') }],
  ['blogrollFull', { blogroll: Array.from({ length: 25 }, () => home) }],
  ['menuLink', { blogroll: [{ ...home, path: 'data:text/html,x' }] }],
  ['notAColour', { accent: 'red' }],
  ['notAColour', { accent: '#12345' }],
  ['notAColour', { accent: '#123456;}' }],
  ['pictureGone', { logoMediaId: 'nothing' }],
  ['pictureGone', { iconMediaId: 'nothing' }],
];

test.each(refused)('settings are refused with %s: %j', (key, input) => {
  const before = readSite(site.db);
  expect(updateSite(site.db, input as Settings, context)).toMatchObject({ ok: false, key });
  expect(readSite(site.db)).toEqual(before);
});
