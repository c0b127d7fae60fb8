import * as dns from 'node:dns/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { askEdgeToPurge } from '@/lib/serving/edge-purge';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { type SocksServer, startSocksServer } from '@/tools/testing/socks-server';
import { closeServers, sends, serve } from '@/tools/testing/test-server';
import { guardedRequest } from './guarded-request';

vi.mock('node:dns/promises', { spy: true });

const TEXT = { accept: ['text/html'], maxBytes: 1000, timeoutMs: 15_000 };
let proxy: SocksServer | undefined;

/** Starts a site behind a proxy, through which everything is requested. */
async function behindProxy() {
  const site = await serve(sends('<title>A</title>', { 'content-type': 'text/html' }));
  proxy = await startSocksServer(Number(new URL(site.url).port));
  shareSettings(parseEnvironment({ OUTGOING_PROXY: proxy.url }));
  return { ...site, proxy };
}

afterEach(async () => {
  shareSettings(parseEnvironment({}));
  await proxy?.close();
  await closeServers();
});

test('everything is requested through the proxy, which also resolves the names of hosts', async () => {
  const { proxy, asked } = await behindProxy();
  vi.mocked(dns.lookup).mockClear();
  const answer = await guardedRequest('http://news.example/a', TEXT);
  expect(answer.bytes.toString()).toBe('<title>A</title>');
  await guardedRequest('http://abcdefghijklmnop.onion/', TEXT);
  await askEdgeToPurge('http://edge.example/purge', AbortSignal.timeout(15_000));
  expect(proxy.asked).toEqual(['news.example:80', 'abcdefghijklmnop.onion:80', 'edge.example:80']);
  expect(asked.length).toBe(3);
  expect(dns.lookup).not.toHaveBeenCalled();
});

test('a proxy that is not there is not gone around', async () => {
  shareSettings(parseEnvironment({ OUTGOING_PROXY: 'socks5://127.0.0.1:9' }));
  await expect(guardedRequest('http://news.example/a', TEXT)).rejects.toMatchObject({ key: 'siteSilent' });
  await expect(askEdgeToPurge('http://edge.example/purge', AbortSignal.timeout(15_000))).rejects.toThrow();
});

test.each([
  'http://localhost/',
  'http://router/',
  'http://nas.local/',
  'http://127.0.0.1/',
  'http://10.0.0.1/',
])('%s is refused behind a proxy too', async (address) => {
  const { proxy } = await behindProxy();
  await expect(guardedRequest(address, TEXT)).rejects.toMatchObject({ code: 'invalid', key: 'notPublic' });
  expect(proxy.asked).toEqual([]);
});

test('nothing in a request says which program sends it', async () => {
  const { asked } = await behindProxy();
  await guardedRequest('http://news.example/a', TEXT);
  const sent = JSON.stringify(asked);
  expect(sent).toMatch(/Mozilla\/5\.0/);
  expect(sent).not.toMatch(/broadside/i);
});

test.each(['socks4://127.0.0.1:9050', '127.0.0.1:9050', 'ftp://127.0.0.1'])('“%s” is no proxy', (address) => {
  expect(() => parseEnvironment({ OUTGOING_PROXY: address })).toThrow('OUTGOING_PROXY must be');
});
