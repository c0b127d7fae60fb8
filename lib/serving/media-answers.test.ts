import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'light-my-request';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mediaFile, parseRange, serveMedia } from './serve-media';

const PATH = '/media/abc/1.webp';
const TAG = '"abc/1.webp"';
const isServed = () => true;
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'broadside-media-'));
  mkdirSync(join(folder, 'abc', 'folder.webp'), { recursive: true });
  writeFileSync(join(folder, 'abc', '1.webp'), '0123456789');
  writeFileSync(join(folder, 'abc', 'empty.gif'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Returns the answer that a client gets for a path. */
function ask(path: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  return inject(
    (request, response) => void serveMedia(request, response, { mediaDir: folder, isServed }, path),
    {
      method,
      url: path,
      headers,
    },
  );
}

const KEPT = {
  'content-type': 'image/webp',
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; sandbox",
  'x-content-type-options': 'nosniff',
  'accept-ranges': 'bytes',
  etag: TAG,
};

test('a file is sent whole, cacheable for ever and without any active content', async () => {
  const answer = await ask(PATH);
  expect([answer.statusCode, answer.payload]).toEqual([200, '0123456789']);
  expect(answer.headers).toMatchObject({ ...KEPT, 'content-length': '10' });
  expect(answer.headers).not.toHaveProperty('content-range');
});

test('a HEAD request gets no bytes, and neither does an empty file', async () => {
  const head = await ask(PATH, {}, 'HEAD');
  expect([head.statusCode, head.payload, head.headers['content-length']]).toEqual([200, '', '10']);
  const empty = await ask('/media/abc/empty.gif');
  expect([empty.statusCode, empty.payload, empty.headers['content-length']]).toEqual([200, '', '0']);
});

test('a client with a current copy gets 304, even when a proxy weakened the tag', async () => {
  for (const tag of [TAG, `W/${TAG}`, `"x", ${TAG}`]) {
    const answer = await ask(PATH, { 'if-none-match': tag });
    expect([answer.statusCode, answer.payload]).toEqual([304, '']);
    expect(answer.headers).toMatchObject(KEPT);
  }
  expect((await ask(PATH, { 'if-none-match': '"other"' })).statusCode).toBe(200);
});

test('a range is sent as 206, and the whole file when it changed since the client began', async () => {
  const part = await ask(PATH, { range: 'bytes=2-4' });
  expect([part.statusCode, part.payload]).toEqual([206, '234']);
  expect(part.headers).toMatchObject({ ...KEPT, 'content-length': '3', 'content-range': 'bytes 2-4/10' });
  expect((await ask(PATH, { range: 'bytes=2-4', 'if-range': TAG })).payload).toBe('234');
  const whole = await ask(PATH, { range: 'bytes=2-4', 'if-range': '"older"' });
  expect([whole.statusCode, whole.payload]).toEqual([200, '0123456789']);
  expect((await ask(PATH, { range: 'lines=1-2' })).statusCode).toBe(200);
});

test('a range beyond the file is refused with its size', async () => {
  const answer = await ask(PATH, { range: 'bytes=10-' });
  expect([answer.statusCode, answer.payload, answer.headers['content-range']]).toEqual([
    416,
    '',
    'bytes */10',
  ]);
  expect(parseRange(' bytes=0-0 ', 10)).toEqual({ start: 0, end: 0 });
  expect(parseRange('bytes=9-9', 10)).toEqual({ start: 9, end: 9 });
  expect(parseRange('bytes=-20', 10)).toEqual({ start: 0, end: 9 });
  expect(parseRange('xbytes=0-1', 10)).toBeUndefined();
  expect(parseRange('bytes=0-1x', 10)).toBeUndefined();
});

test.each(['/media/abc/2.webp', '/media/abc/folder.webp', '/media/abc/page.html', '/elsewhere'])(
  'there is no file at %s, so nothing is sent',
  async (path) => {
    expect(await serveMedia({} as never, {} as never, { mediaDir: folder, isServed }, path)).toBe(false);
  },
);

test('a disk error is a bug, not a missing file', async () => {
  const path = '/media/abc/1.webp/2.webp'.replace('/1.webp/', '/');
  const broken = join(folder, 'abc', '1.webp');
  await expect(serveMedia({} as never, {} as never, { mediaDir: broken, isServed }, path)).rejects.toThrow(
    'ENOTDIR',
  );
});

test.each([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['m4a', 'audio/mp4'],
  ['mp3', 'audio/mpeg'],
  ['mp4', 'video/mp4'],
  ['png', 'image/png'],
  ['wav', 'audio/wav'],
  ['webp', 'image/webp'],
])('.%s is sent as %s', (extension, type) => {
  expect(mediaFile('/m', `/media/a/b.${extension}`)).toEqual({
    file: join('/m', 'a', `b.${extension}`),
    id: 'a',
    name: `b.${extension}`,
    type,
  });
});

test.each([
  `/x${PATH}`,
  `${PATH}/`,
  '/media/A/1.webp',
  '/media/a/-1.webp',
  `/media/${'a'.repeat(65)}/1.webp`,
])('%s is not a file name', (path) => expect(mediaFile('/m', path)).toBeNull());

test('a file that no row names is not sent, though it is there', async () => {
  const named = {
    mediaDir: folder,
    isServed: (id: string, file: string) => `${id}/${file}` !== 'abc/1.webp',
  };
  expect(await serveMedia({} as never, {} as never, named, PATH)).toBe(false);
});
