import { expect, test } from 'vitest';
import { SiteSettings } from './site';
import { currentTimeZone, listTimeZones, machineTimeZone } from './time-zones';

const RENAMED = [
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Godthab', 'America/Nuuk'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
] as const;

test('every listed zone is known to Intl, is listed once, and has its current spelling', () => {
  const zones = listTimeZones();
  expect(zones.length).toBeGreaterThan(400);
  expect(new Set(zones).size).toBe(zones.length);
  for (const zone of zones) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    expect(currentTimeZone(zone)).toBe(zone);
  }
});

test('no zone is listed under two names', () => {
  const canonical = listTimeZones().map(
    (timeZone) => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone,
  );
  expect(canonical.filter((zone, index) => canonical.indexOf(zone) !== index)).toEqual([]);
});

test.each(RENAMED)('%s is listed as %s, and both are understood', (old, current) => {
  expect(listTimeZones()).toContain(current);
  expect(listTimeZones()).not.toContain(old);
  expect(currentTimeZone(old)).toBe(current);
  expect(SiteSettings.shape.timeZone.parse(old)).toBe(current);
  expect(SiteSettings.shape.timeZone.parse(current)).toBe(current);
});

test('every zone that Intl lists is listed under its current name', () => {
  const zones = new Set(listTimeZones());
  const missing = Intl.supportedValuesOf('timeZone').filter(
    (zone) => !zones.has(currentTimeZone(zone) ?? ''),
  );
  expect(missing).toEqual([]);
});

test('UTC is listed, and its other names are understood', () => {
  expect(listTimeZones()).toContain('UTC');
  for (const name of ['Etc/UTC', 'GMT', 'utc']) expect(currentTimeZone(name), name).toBe('UTC');
});

test('the machine’s zone is in the list', () => {
  expect(listTimeZones()).toContain(machineTimeZone());
});

test('an unknown time zone is refused with a sentence', () => {
  for (const name of ['', 'Asia', 'Mars/Olympus', 'Asia/Phnom Penh']) {
    expect(currentTimeZone(name), name).toBeNull();
    expect(SiteSettings.shape.timeZone.safeParse(name).error?.issues[0]?.message).toBe('unknownTimeZone');
  }
});
