import { expect, test } from 'vitest';
import { isPublicAddress } from './public-addresses';

test.each([
  ...['127.0.0.1', '127.255.255.254', '0.0.0.0', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  ...['169.254.169.254', '100.64.0.1', '100.127.255.255', '192.0.0.8', '192.0.2.1', '198.18.0.1'],
  ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fec0::1', 'fc00::1', 'fdff::1', 'ff02::1', '2001:db8::1'],
  ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1', '100::1'],
  ...['2002:7f00:1::', '2001::1', '2001:0:7f00:1::', '3fff::1', '5f00::1'],
])('%s is also not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['8.8.8.8', '100.63.255.255', '172.32.0.1', '93.184.216.34', '2606:4700::1111', '2a00:1450::8a'])(
  '%s is public',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test('a text that is not an IP address is not public', () => {
  for (const text of ['', 'localhost', '0x7f.1', '2130706433', '127.1']) {
    expect(isPublicAddress(text)).toBe(false);
  }
});

test.each([
  ...['0.255.255.255', '10.255.255.255', '169.254.255.255', '192.0.0.255', '192.0.2.255', '192.88.99.255'],
  ...['192.168.255.255', '198.19.255.255', '198.51.100.255', '203.0.113.255', '239.255.255.255'],
  ...['2001:1ff:ffff::1', '2001:db8:ffff::1', '2002:ffff::1', '3fff:fff:ffff::1'],
])('%s is the last address that is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  ...['1.0.0.1', '11.0.0.1', '100.128.0.1', '128.0.0.1', '169.255.0.1', '172.15.255.255', '192.0.1.1'],
  ...[
    '192.0.3.1',
    '192.88.100.1',
    '192.169.0.1',
    '198.20.0.1',
    '198.51.101.1',
    '203.0.114.1',
    '223.255.255.255',
  ],
  ...['2001:200::1', '2001:db9::1', '2003::1', '3000::1', '3fff:1000::1'],
])('%s is public again', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});
