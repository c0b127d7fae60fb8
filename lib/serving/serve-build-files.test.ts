import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import inject from 'light-my-request';
import { afterAll, expect, test } from 'vitest';
import { sendBuildFile } from './serve-build-files';

const buildDir = mkdtempSync(join(tmpdir(), 'broadside-build-'));
mkdirSync(join(buildDir, 'static/chunks'), { recursive: true });
const compressed = brotliCompressSync('let ferry = 1;');
writeFileSync(join(buildDir, 'static/chunks/a-b~c.js.br'), compressed);
writeFileSync(join(buildDir, 'secret.js.br'), compressed);
afterAll(() => rmSync(buildDir, { recursive: true }));

const ask = (url: string, encodings = 'gzip, deflate, br', method: 'GET' | 'HEAD' = 'GET') =>
  inject(
    async (request, response) => {
      if (!(await sendBuildFile(request, response, buildDir, url))) response.writeHead(204).end();
    },
    { method, url, headers: { 'accept-encoding': encodings } },
  );

test('a script is sent as its brotli copy, cacheable for ever', async () => {
  const { statusCode, headers, rawPayload } = await ask('/_next/static/chunks/a-b~c.js');
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(headers['cache-control']).toContain('immutable');
  expect(rawPayload).toEqual(compressed);
});

test('a HEAD request gets no body', async () => {
  expect((await ask('/_next/static/chunks/a-b~c.js', 'br', 'HEAD')).rawPayload).toHaveLength(0);
});

test.each([
  ['who takes no brotli', '/_next/static/chunks/a-b~c.js', 'gzip'],
  ['a script without a copy', '/_next/static/chunks/other.js', 'br'],
  ['a name that is too long for a file', `/_next/static/${'a'.repeat(300)}.js`, 'br'],
  ['a path out of the folder', '/_next/static/../secret.js', 'br'],
  ['an encoded path out of the folder', '/_next/static/..%2fsecret.js', 'br'],
  ['another folder', '/_next/image/secret.js', 'br'],
])('%s is left to Next', async (_what, url, encodings) => {
  expect((await ask(url, encodings)).statusCode).toBe(204);
});
