import { expect, test } from 'vitest';
import { networkOf, RateLimit } from './rate-limit';

const TWICE = { times: 2, perMs: 60_000 };

test('above the limit, an address must wait until its time is over; others are not affected', () => {
  const rate = new RateLimit();
  const count = (address: string, now: number, place = '/a') => rate.count(place, address, TWICE, now);
  expect([count('192.0.2.1', 0), count('192.0.2.1', 0)]).toEqual([0, 0]);
  expect(count('192.0.2.1', 15_000)).toBe(45);
  expect(count('192.0.2.2', 15_000)).toBe(0);
  expect(count('192.0.2.1', 15_000, '/b')).toBe(0);
  expect(count('192.0.2.1', 60_000)).toBe(0);
});

test('however many addresses send requests, the number of remembered ones is limited', () => {
  const rate = new RateLimit(3);
  const count = (address: string) => rate.count('/a', address, { times: 1, perMs: 60_000 }, 0);
  for (const address of ['a', 'b', 'c', 'd']) count(address);
  expect(count('d')).toBeGreaterThan(0);
  expect(count('a')).toBe(0);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:DB8:0:7::1', '2001:db8:0:7'],
  ['2001:db8:0:7:9:9:9:9', '2001:db8:0:7'],
  ['2001:db8::', '2001:db8:0:0'],
  ['fe80::1%eth0', 'fe80:0:0:0'],
  ['::1', '0:0:0:0'],
  ['', ''],
])('%s is in the network %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
