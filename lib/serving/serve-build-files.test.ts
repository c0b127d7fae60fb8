import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gunzipSync } from 'node:zlib';
import inject from 'light-my-request';
import { afterAll, expect, test } from 'vitest';
import { buildFiles } from './serve-build-files';

const folder = mkdtempSync(join(tmpdir(), 'broadside-build-'));
const script = 'let ferry = 1;';
const compressed = brotliCompressSync(script);
write('build/static/chunks/a-b~c.js', script);
write('build/static/chunks/a-b~c.js.br', compressed);
write('build/static/media/serif.woff2', 'font');
write('build/server/secret.js', 'secret');
write('secret.js', 'secret');
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, bytes: string | Buffer) {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}

const send = buildFiles(join(folder, 'build'));
const SCRIPT = '/_next/static/chunks/a-b~c.js';

const ask = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  inject(
    async (request, response) => {
      if (!(await send(request, response, url))) response.writeHead(204).end();
    },
    { method, url, headers: { 'accept-encoding': 'gzip, deflate, br', ...headers } },
  );

test('a script is sent as its brotli copy, cacheable for ever', async () => {
  const { statusCode, headers, rawPayload } = await ask(SCRIPT);
  expect(statusCode).toBe(200);
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(headers['cache-control']).toContain('immutable');
  expect(rawPayload).toEqual(compressed);
});

test('a script is sent as gzip, or as it is, to those who take no brotli', async () => {
  for (const _time of [1, 2]) {
    const zipped = await ask(SCRIPT, { 'accept-encoding': 'gzip' });
    expect(zipped.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(zipped.rawPayload).toString()).toBe(script);
  }
  const plain = await ask(SCRIPT, { 'accept-encoding': 'identity' });
  expect(plain.headers).not.toHaveProperty('content-encoding');
  expect(plain.payload).toBe(script);
});

test('a HEAD request gets no body', async () => {
  const { headers, rawPayload } = await ask(SCRIPT, {}, 'HEAD');
  expect(headers['content-length']).toBe(String(compressed.length));
  expect(rawPayload).toHaveLength(0);
});

test('a font is sent with its type', async () => {
  expect((await ask('/_next/static/media/serif.woff2')).headers).toMatchObject({
    'content-type': 'font/woff2',
    'cache-control': expect.stringContaining('immutable'),
  });
});

test.each([
  ['a name that no file has', '/_next/static/chunks/other.js'],
  ['the compressed copy itself', `${SCRIPT}.br`],
  ['a name that is too long for a file', `/_next/static/${'a'.repeat(300)}.js`],
  ['a path out of the folder', '/_next/static/../server/secret.js'],
  ['an encoded path out of the folder', '/_next/static/..%2fserver/secret.js'],
  ['a path out of all folders', '/../secret.js'],
  ['a path that cannot be decoded', '/_next/static/%ff.js'],
  ['another folder', '/_next/image'],
  ['a folder', '/_next/static/chunks'],
  ['a name that objects have', '/constructor'],
])('%s is no file', async (_what, url) => {
  expect((await ask(url)).statusCode).toBe(204);
});
