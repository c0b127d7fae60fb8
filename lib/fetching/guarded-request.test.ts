import * as dns from 'node:dns/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test, vi } from 'vitest';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { closeServers, sends, serve } from '@/tools/testing/test-server';
import { guardedRequest, type RequestLimits } from './guarded-request';

const IMAGES = { accept: ['image/'], maxBytes: 1000, timeoutMs: 15_000 };

shareSettings(parseEnvironment({}));

vi.mock('node:dns/promises', { spy: true });
const lookup = vi.mocked(dns.lookup);

afterEach(closeServers);

/** Requests a server of the test; its redirects to other servers are guarded as usual. */
function ask(address: string, limits: RequestLimits = IMAGES) {
  return guardedRequest(address, limits, { testOrigin: new URL(address).origin });
}

test('the bytes are returned with their media type and final address', async () => {
  const { url } = await serve(sends('bytes', { 'content-type': 'Text/HTML; charset="UTF-8"' }));
  const answer = await ask(`${url}/a?b=1`, { ...IMAGES, accept: ['text/html'] });
  expect(answer).toEqual({
    url: `${url}/a?b=1`,
    mediaType: 'text/html',
    charset: 'utf-8',
    bytes: Buffer.from('bytes'),
  });
});

test.each([
  ...['http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://169.254.169.254/latest/meta-data'],
  ...['http://2130706433/', 'http://0x7f.0.0.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://0/'],
  ...['http://[::ffff:127.0.0.1]/', 'http://[::ffff:8.8.8.8]/', 'https://10.0.0.1/', 'http://192.168.0.1/'],
  ...['http://100.64.1.1/', 'http://[fd00::1]/', 'http://[fe80::1]/', 'http://127。0。0。1/'],
])('%s is refused, because it is not on the public internet', async (address) => {
  await expect(guardedRequest(address, IMAGES)).rejects.toMatchObject({
    code: 'invalid',
    key: 'notPublic',
  });
});

test.each([
  ...['file:///etc/passwd', 'ftp://example.org/', 'data:image/png;base64,AA', 'gopher://example.org/'],
  ...['javascript:alert(1)', 'example.org/a.png', '', 'http://', '//example.org/', 'blob:https://x/1'],
])('“%s” is refused, because it is not a web address', async (address) => {
  await expect(guardedRequest(address, IMAGES)).rejects.toMatchObject({ code: 'invalid' });
});

test('other ports and hosts with passwords are refused before anything is sent', async () => {
  const { url, asked } = await serve(sends('x'));
  await expect(guardedRequest(url, IMAGES)).rejects.toThrow('unusualPort');
  await expect(ask('https://a:b@example.org/')).rejects.toThrow('addressWithPassword');
  expect(asked).toEqual([]);
});

test('a name is resolved once, and one address that is not public refuses it', async () => {
  const found = [
    { address: '93.184.216.34', family: 4 },
    { address: '10.0.0.1', family: 4 },
  ];
  lookup.mockResolvedValueOnce(found as never);
  await expect(guardedRequest('http://rebinding.example/', IMAGES)).rejects.toThrow('notPublic');
  const { url, asked } = await serve(sends('x'));
  const port = new URL(url).port;
  lookup.mockClear();
  lookup.mockResolvedValueOnce([{ address: '127.0.0.1', family: 4 }] as never);
  await ask(`http://pinned.example:${port}/`);
  expect(lookup).toHaveBeenCalledTimes(1);
  expect(asked[0]?.headers.host).toBe(`pinned.example:${port}`);
});

test('redirects are followed up to their limit, and each one is checked', async () => {
  const { url, asked } = await serve((request, response) => {
    const at = Number(request.url?.slice(1));
    if (at === 0) sends('end')(request, response);
    else response.writeHead(302, { location: `/${at - 1}` }).end();
  });
  expect((await ask(`${url}/4`)).url).toBe(`${url}/0`);
  expect(asked).toHaveLength(5);
  await expect(ask(`${url}/5`)).rejects.toThrow('tooManyRedirects');
});

test.each([
  ...['file:///etc/passwd', 'ftp://example.org/a', 'http://a:b@example.org/', 'http://'],
  ...['http://127.0.0.1/', 'http://localhost/', 'http://10.0.0.1/', '//[::1]/', 'http://169.254.169.254/'],
])('a redirect to “%s” is not followed', async (location) => {
  const { url } = await serve((_request, response) => response.writeHead(301, { location }).end());
  await expect(ask(url)).rejects.toMatchObject({ code: 'invalid' });
});

test('a request does not identify the sender: no cookie, referrer or credentials, even after a redirect', async () => {
  const { url, asked } = await serve((request, response) => {
    if (request.url === '/b') sends('end')(request, response);
    else response.writeHead(302, { location: '/b', 'set-cookie': 'id=1' }).end();
  });
  await ask(url);
  expect(Object.keys(asked[1]?.headers ?? {}).sort()).toEqual(
    ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].sort(),
  );
});

test('an answer that is too large is refused by its announced, sent or decompressed size', async () => {
  const announced = await serve(sends('x'.repeat(2000), { 'content-length': '2000' }));
  const streamed = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png' });
    const send = () => response.write('x'.repeat(600), () => setImmediate(send));
    send();
  });
  const packed = await serve(sends(gzipSync('x'.repeat(100_000)), { 'content-encoding': 'gzip' }));
  for (const { url } of [announced, streamed, packed]) {
    await expect(ask(url)).rejects.toThrow('answerTooLarge');
  }
});

test('compressed answers are decompressed; damaged or unknown compression is refused', async () => {
  const good = await serve(sends(gzipSync('words'), { 'content-encoding': 'gzip' }));
  expect((await ask(good.url)).bytes.toString()).toBe('words');
  const damaged = await serve(sends('no gzip', { 'content-encoding': 'gzip' }));
  await expect(ask(damaged.url)).rejects.toThrow('answerDamaged');
  const unknown = await serve(sends('x', { 'content-encoding': 'constructor' }));
  await expect(ask(unknown.url)).rejects.toThrow('unsupportedCompression');
});

test.each(['text/html', 'application/octet-stream', '', 'image', 'ximage/png'])(
  'the media type “%s” that was not asked for is refused',
  async (kind) => {
    const { url } = await serve(sends('x', { 'content-type': kind }));
    await expect(ask(url)).rejects.toThrow(kind ? 'wrongMediaType' : 'unknownMediaType');
  },
);

test('a server that stops sending, before or during its answer, is abandoned', async () => {
  const silent = await serve(() => {});
  const halting = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': '10' });
    response.write('x');
  });
  for (const { url } of [silent, halting]) {
    await expect(ask(url, { ...IMAGES, timeoutMs: 150 })).rejects.toMatchObject({
      code: 'unavailable',
    });
  }
});

test('an incomplete answer, an error and an unknown host are reported in plain words', async () => {
  const broken = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': '10' });
    response.write('x', () => response.destroy());
  });
  const missing = await serve((_request, response) => response.writeHead(404).end());
  for (const address of [broken.url, missing.url, 'http://no-such-host.invalid/']) {
    await expect(ask(address)).rejects.toMatchObject({ code: 'unavailable' });
  }
});
