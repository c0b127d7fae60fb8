import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataDir } from './default-data-dir';
import { defaultSettings, parseEnvironment } from './environment';
import { secret } from './secrets';

test('without settings the publication is at port 3000 of this machine', () => {
  expect(parseEnvironment({ PORT: '' })).toEqual({
    port: 3000,
    host: undefined,
    siteUrl: 'http://localhost:3000',
    dataDir: defaultDataDir(process.cwd(), true),
    isDataDirSet: false,
    programFolder: process.cwd(),
    trustProxy: false,
    edgePurgeUrls: [],
    hasDesignPage: false,
    outgoingProxy: null,
  });
});

test('the public address has no trailing slash', () => {
  expect(parseEnvironment({ SITE_URL: 'https://example.org/' }).siteUrl).toBe('https://example.org');
});

test.each([
  ['PORT', 'abc'],
  ['PORT', '70000'],
  ['SITE_URL', 'example.org'],
  ['SITE_URL', 'ftp://example.org'],
  ['SITE_URL', 'https://example.org/blog'],
  ['SITE_URL', 'https://example.org/blog/'],
  ['SITE_URL', 'https://example.org/?a=1'],
  ['SITE_URL', 'https://me:secret@example.org'],
  ['SITE_URL', 'https://me@example.org'],
  ['TRUST_PROXY', 'maybe'],
  ['DESIGN_PAGE', 'yes'],
  ['EDGE_PURGE_URLS', 'https://edge.example/purge, edge2'],
  ['EDGE_PURGE_URLS', 'https://me:secret@edge.example/purge'],
])('a wrong %s (%s) is refused with a sentence that names it', (name, value) => {
  expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(`^.*${name}.*\\.$`));
});

test('a public address with a path is refused because of its path', () => {
  expect(() => parseEnvironment({ SITE_URL: 'https://example.org/blog' })).toThrow(
    /^SITE_URL must have no path[^.]*https:\/\/example.org\. The publication is at the root of its address\.$/,
  );
});

test('an edge’s address can have a path', () => {
  const { edgePurgeUrls } = parseEnvironment({
    EDGE_PURGE_URLS: 'https://a.example/purge, https://b.example',
  });
  expect(edgePurgeUrls).toEqual(['https://a.example/purge', 'https://b.example']);
});

test('a relative data folder is resolved against where the process was started', () => {
  const folders = { workingFolder: '/srv/work', programFolder: '/srv/program' };
  expect(parseEnvironment({ DATA_DIR: './words' }, folders)).toMatchObject({
    dataDir: resolve('/srv/work/words'),
    isDataDirSet: true,
  });
});

test('a publication next to the operator’s own has the defaults of every setting', () => {
  expect(parseEnvironment(defaultSettings())).toEqual(parseEnvironment({}));
});

test('a secret is created once, for its owner only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-secret-'));
  const first = secret(folder, 'session');
  expect(first).toHaveLength(43);
  expect(secret(folder, 'session')).toBe(first);
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'secrets', 'session')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
