import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * All ranges outside the public internet: this machine, its network, and reserved ranges.
 * @see https://www.iana.org/assignments/iana-ipv4-special-registry
 */
const RESERVED_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * Parts of the one allocated IPv6 range that map to an IPv4 address or are for documentation.
 * @see https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const RESERVED_V6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const reserved = new BlockList();
for (const [net, prefix] of RESERVED_V4) reserved.addSubnet(net, prefix, 'ipv4');
for (const [net, prefix] of RESERVED_V6) reserved.addSubnet(net, prefix, 'ipv6');

/** The only IPv6 addresses that are allocated to the public: all others are local, mapped or reserved. */
const globalV6 = new BlockList();
globalV6.addSubnet('2000::', 3, 'ipv6');

/**
 * Checks whether an IP address belongs to the public internet. Anything that is not an IP address does not.
 */
export function isPublicAddress(address: string): boolean {
  if (!isIP(address)) return false;
  if (isIPv6(address)) return globalV6.check(address, 'ipv6') && !reserved.check(address, 'ipv6');
  return !reserved.check(address, 'ipv4');
}
