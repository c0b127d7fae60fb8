import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings, environment, parseEnvironment, shareSettings } from './environment';
import { secret } from './secrets';
import { WrongSetting } from './wrong-setting';

const wrong = (variables: Record<string, string>) => {
  try {
    parseEnvironment(variables);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(WrongSetting);
    expect(error).toHaveProperty('name', 'WrongSetting');
    return error instanceof Error ? error.message : String(error);
  }
};

test.each([
  ['1', 1],
  ['65535', 65_535],
])('PORT can be %s', (value, port) => {
  expect(parseEnvironment({ PORT: value })).toMatchObject({ port, siteUrl: `http://localhost:${port}` });
});

test.each(['0', '65536', '80.5', '-1', 'http'])('PORT cannot be %s', (PORT) => {
  expect(wrong({ PORT })).toBe('PORT must be a whole number from 1 to 65535.');
});

test.each([
  ['true', true],
  ['TRUE', true],
  ['1', true],
  ['yes', true],
  ['false', false],
  ['0', false],
  ['No', false],
])('TRUST_PROXY %s means %s', (value, trustProxy) => {
  expect(parseEnvironment({ TRUST_PROXY: value }).trustProxy).toBe(trustProxy);
});

test('TRUST_PROXY cannot be anything else', () => {
  expect(wrong({ TRUST_PROXY: 'maybe' })).toBe('TRUST_PROXY must be true or false.');
});

test.each([
  'example.org',
  'ftp://example.org',
  'xhttps://example.org',
  'https://example.org?a=b',
  'https://example.org#a',
  'javascript:alert(1)',
  'https://dara@example.org',
  'https://:secret@example.org',
])('SITE_URL cannot be %s', (SITE_URL) => {
  expect(wrong({ SITE_URL })).toBe(
    'SITE_URL must be a full address such as https://example.org, with no user name, query or “#”.',
  );
});

test('SITE_URL loses every trailing slash, and none within', () => {
  expect(parseEnvironment({ SITE_URL: 'http://example.org//' }).siteUrl).toBe('http://example.org');
  expect(parseEnvironment({ SITE_URL: ' https://example.org ' }).siteUrl).toBe('https://example.org');
});

test('edges are separated by commas, spaces or lines', () => {
  const list = ' https://a.example/purge,https://b.example/purge\n https://c.example/purge ';
  expect(parseEnvironment({ EDGE_PURGE_URLS: list }).edgePurgeUrls).toEqual([
    'https://a.example/purge',
    'https://b.example/purge',
    'https://c.example/purge',
  ]);
  expect(wrong({ EDGE_PURGE_URLS: 'https://a.example/purge, edge' })).toBe(
    'Each address in EDGE_PURGE_URLS must be a full address such as https://example.org/purge, with no user name, query or “#”.',
  );
});

test('only DESIGN_PAGE=on shows the design page', () => {
  expect(parseEnvironment({ DESIGN_PAGE: 'on' }).hasDesignPage).toBe(true);
  expect(parseEnvironment({ DESIGN_PAGE: 'off' }).hasDesignPage).toBe(false);
  expect(wrong({ DESIGN_PAGE: 'true' })).toBe('DESIGN_PAGE must be on or off.');
});

test('SITE_URL has no path', () => {
  for (const path of ['/blog', '//blog/']) {
    expect(wrong({ SITE_URL: `https://example.org${path}` })).toBe(
      'SITE_URL must have no path, as in https://example.org. The publication is at the root of its address.',
    );
  }
});

test('the data folder is the named one, relative to where the process was started, or the program’s default', () => {
  const places = {
    workingFolder: '/work',
    programFolder: '/program',
    findDataDir: (folder: string) => `${folder}-data`,
  };
  expect(parseEnvironment({ HOST: '::1', DATA_DIR: 'data' }, places)).toMatchObject({
    host: '::1',
    dataDir: '/work/data',
    isDataDirSet: true,
    programFolder: '/program',
  });
  expect(parseEnvironment({ DATA_DIR: '/var/lib/broadside' }, places).dataDir).toBe('/var/lib/broadside');
  expect(parseEnvironment({ DATA_DIR: '' }, places)).toMatchObject({
    dataDir: '/program-data',
    isDataDirSet: false,
  });
});

test('for a test publication every setting is empty, which means its default', () => {
  expect(defaultSettings()).toEqual({
    PORT: '',
    HOST: '',
    SITE_URL: '',
    DATA_DIR: '',
    TRUST_PROXY: '',
    EDGE_PURGE_URLS: '',
    OUTGOING_PROXY: '',
    DESIGN_PAGE: '',
  });
});

test('all errors are reported together, each once', () => {
  expect(wrong({ PORT: '0', TRUST_PROXY: 'x' })).toBe(
    'PORT must be a whole number from 1 to 65535. TRUST_PROXY must be true or false.',
  );
});

test('the settings of a process are those that it shared, and there are none before', () => {
  const before = globalThis as typeof globalThis & { broadsideSettings?: unknown };
  delete before.broadsideSettings;
  expect(() => environment()).toThrow('readSettings()');
  const settings = parseEnvironment({ PORT: '4000' });
  shareSettings(settings);
  expect(environment()).toBe(settings);
  delete before.broadsideSettings;
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a secret is 256 random bits, different in each publication, in a folder that only its owner can read', () => {
  const one = secret(join(folder, 'one', 'data'), 'session');
  expect(one).toMatch(/^[\w-]{43}$/);
  expect(secret(join(folder, 'other'), 'session')).not.toBe(one);
  const place = join(folder, 'one', 'data', 'secrets');
  expect(existsSync(join(place, 'session'))).toBe(true);
  expect(statSync(place).mode & 0o777).toBe(0o700);
  expect(statSync(join(place, 'session')).mode & 0o777).toBe(0o600);
});

test('an existing secret is read without whitespace that an editor added at its end, and an empty one is refused', () => {
  mkdirSync(join(folder, 'secrets'));
  writeFileSync(join(folder, 'secrets', 'session'), 'given\n');
  expect(secret(folder, 'session')).toBe('given');
  writeFileSync(join(folder, 'secrets', 'session'), ' \n');
  expect(() => secret(folder, 'session')).toThrow(WrongSetting);
});

test('a secret that cannot be stored is refused', () => {
  writeFileSync(join(folder, 'secrets'), 'a file in its place');
  expect(() => secret(folder, 'session')).toThrow();
  rmSync(join(folder, 'secrets'));
  mkdirSync(join(folder, 'secrets', 'session'), { recursive: true });
  expect(() => secret(folder, 'session')).toThrow(/EISDIR/);
});
