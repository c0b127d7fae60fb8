import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseEnvironment } from './environment';
import { secret } from './secrets';

test('without settings the publication is at port 3000 of this machine', () => {
  expect(parseEnvironment({ PORT: '' })).toEqual({
    port: 3000,
    host: undefined,
    siteUrl: 'http://localhost:3000',
    dataDir: resolve('data'),
    trustProxy: false,
    edgePurgeUrls: [],
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
  ['TRUST_PROXY', 'maybe'],
  ['EDGE_PURGE_URLS', 'https://edge.example/purge, edge2'],
])('a wrong %s (%s) is refused with a sentence that names it', (name, value) => {
  expect(() => parseEnvironment({ [name]: value })).toThrow(new RegExp(`^.*${name}.*\\.$`));
});

test('a secret is made once, for its owner alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'broadside-secret-'));
  const first = secret(folder, 'session');
  expect(first).toHaveLength(43);
  expect(secret(folder, 'session')).toBe(first);
  if (process.platform !== 'win32')
    expect(statSync(join(folder, 'secrets', 'session')).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
});
