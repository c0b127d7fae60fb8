import type { RequestListener } from 'node:http';
import { afterEach, expect, test, vi } from 'vitest';
import { closeServers, sends, serve } from '@/tools/testing/test-server';
import { guardedRequest, type RequestLimits } from './guarded-request';

const IMAGES = { accept: ['image/'], maxBytes: 1000, timeoutMs: 15_000 };
afterEach(closeServers);

/** Requests a server of the test. */
const ask = (address: string, limits: RequestLimits = IMAGES) =>
  guardedRequest(address, limits, { testOrigin: new URL(address).origin });

test('without limits of its own, a request has ten seconds and four redirects', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  const { url, asked } = await serve((_request, response) =>
    response.writeHead(302, { location: '/' }).end(),
  );
  await expect(ask(url, { accept: ['image/'], maxBytes: 10 })).rejects.toMatchObject({ code: 'invalid' });
  expect(asked).toHaveLength(5);
  expect(timeout).toHaveBeenCalledWith(10_000);
  timeout.mockRestore();
});

test('a redirect to an invalid address, or without one, is not followed', async () => {
  const nowhere = await serve((_request, response) => response.writeHead(302).end());
  await expect(ask(nowhere.url)).rejects.toThrow('siteStatus {"host":"127.0.0.1","status":302}');
  const plain = await serve(sends('x', { location: 'http://10.0.0.1/' }));
  expect((await ask(plain.url)).bytes.toString()).toBe('x');
  const wrong = await serve((_request, response) => response.writeHead(302, { location: 'http://' }).end());
  await expect(ask(wrong.url)).rejects.toMatchObject({ code: 'invalid' });
});

test('exactly the maximum size is accepted, announced or not, and one byte more is not', async () => {
  const limits = { ...IMAGES, maxBytes: 4 };
  const listeners = [
    sends('four', { 'content-length': '4' }),
    ((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      response.write('fo');
      response.end('ur');
    }) as RequestListener,
  ];
  for (const listener of listeners) {
    const { url } = await serve(listener);
    expect((await ask(url, limits)).bytes.toString()).toBe('four');
    await expect(ask(url, { ...limits, maxBytes: 3 })).rejects.toMatchObject({
      ...{ code: 'invalid', key: 'answerTooLarge' },
    });
  }
});

test('an answer announced as too large is refused before it arrives', async () => {
  const { url } = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': '2000' });
    response.flushHeaders();
  });
  await expect(ask(url)).rejects.toThrow('answerTooLarge');
});

test('the media type is read without parameters, and a missing one is called unknown', async () => {
  const spaced = await serve(sends('x', { 'content-type': 'image/png ; x=charset="a"' }));
  expect(await ask(spaced.url)).toMatchObject({ mediaType: 'image/png', charset: null });
  const other = await serve(sends('x', { 'content-type': 'text/css' }));
  await expect(ask(other.url)).rejects.toMatchObject({
    ...{ code: 'invalid', key: 'wrongMediaType', values: { kind: 'text/css' } },
  });
  const silent = await serve((_request, response) => response.writeHead(200).end('x'));
  await expect(ask(silent.url)).rejects.toThrow('unknownMediaType');
  const whole = await serve(sends('x', { 'content-type': 'text/html-like' }));
  await expect(ask(whole.url, { ...IMAGES, accept: ['text/html'] })).rejects.toThrow('text/html-like');
});

test('an answer that is not read to its end is closed, and the log gets the reason', async () => {
  let closed: Promise<unknown> | undefined;
  const { url } = await serve((_request, response) => {
    closed = new Promise((resolve) => response.once('close', resolve));
    response.writeHead(404);
    response.write('and so on');
  });
  await expect(ask(url)).rejects.toMatchObject({ code: 'unavailable' });
  await closed;
  const broken = await serve((_request, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': '10' });
    response.write('x', () => response.destroy());
  });
  await expect(ask(broken.url)).rejects.toMatchObject({ cause: expect.any(Error) });
});

test.each([301, 302, 303, 307, 308])('an answer of %s is a redirect', async (status) => {
  const { url } = await serve((request, response) => {
    if (request.url === '/b') sends('end')(request, response);
    else response.writeHead(status, { location: '/b' }).end();
  });
  expect((await ask(url)).url).toBe(`${url}/b`);
});

test.each([300, 304, 305, 309])('an answer of %s is not', async (status) => {
  const { url } = await serve((_request, response) => response.writeHead(status, { location: '/b' }).end());
  await expect(ask(url)).rejects.toThrow(`"status":${status}`);
});
