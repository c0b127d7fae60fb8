import * as dns from 'node:dns/promises';
import { expect, test, vi } from 'vitest';
import { parseEnvironment, shareSettings } from '@/lib/settings/environment';
import { findDestination } from './destination';

shareSettings(parseEnvironment({}));

vi.mock('node:dns/promises', { spy: true });
const lookup = vi.mocked(dns.lookup);
const found = (...addresses: { address: string; family: number }[]) =>
  lookup.mockResolvedValueOnce(addresses as never);
const PUBLIC = { address: '93.184.216.34', family: 4 };
const find = (address: string, signal: AbortSignal = new AbortController().signal) =>
  findDestination(address, {}, signal);

test('all addresses of a host are returned in the order of its name server', async () => {
  lookup.mockClear();
  found(PUBLIC, { address: '2606:4700::1111', family: 6 });
  const { url, addresses } = await find('https://example.org/a');
  expect(url.href).toBe('https://example.org/a');
  expect(addresses).toEqual([PUBLIC, { address: '2606:4700::1111', family: 6 }]);
  expect(lookup).toHaveBeenCalledExactlyOnceWith('example.org', { all: true, verbatim: true });
});

test.each([
  ['http://93.184.216.34/', PUBLIC],
  ['http://[2606:4700::1111]/', { address: '2606:4700::1111', family: 6 }],
])('%s contains an IP address, and nothing is looked up', async (address, expected) => {
  lookup.mockClear();
  expect((await find(address)).addresses).toEqual([expected]);
  expect(lookup).not.toHaveBeenCalled();
});

test.each(['https://name@example.org/', 'https://:word@example.org/', 'https://name:word@example.org/'])(
  '%s contains a user name or a password and is refused',
  async (address) => {
    await expect(find(address)).rejects.toMatchObject({
      code: 'invalid',
      key: 'addressWithPassword',
    });
  },
);

test('an address has at most 4000 characters', async () => {
  const long = `https://93.184.216.34/${'a'.repeat(3978)}`;
  expect(long).toHaveLength(4000);
  expect((await find(long)).url.href).toBe(long);
  await expect(find(`${long}a`)).rejects.toMatchObject({ code: 'invalid' });
});

test('a non-standard port is refused as an address that may not be requested', async () => {
  await expect(find('http://93.184.216.34:8080/')).rejects.toMatchObject({
    ...{ code: 'invalid', key: 'unusualPort' },
  });
});

test('a host without an address does not exist, and the log gets the reason', async () => {
  found();
  await expect(find('https://empty.example/')).rejects.toMatchObject({
    ...{ code: 'unavailable', cause: new Error('no address') },
  });
  lookup.mockRejectedValueOnce(new Error('ENOTFOUND'));
  await expect(find('https://gone.example/')).rejects.toMatchObject({ cause: new Error('ENOTFOUND') });
});

test('a silent name server is waited for until the timeout and no longer', async () => {
  const time = new AbortController();
  lookup.mockReturnValue(new Promise(() => {}) as never);
  const waiting = find('https://silent.example/', time.signal);
  time.abort(new Error('time is over'));
  await expect(waiting).rejects.toMatchObject({ code: 'unavailable', cause: new Error('time is over') });
  await expect(find('https://silent.example/', time.signal)).rejects.toMatchObject({
    ...{ code: 'unavailable', cause: new Error('time is over') },
  });
  lookup.mockReset();
});
