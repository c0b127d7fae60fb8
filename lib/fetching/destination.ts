import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Refusal } from '@/lib/errors';
import { isPublicAddress } from './public-addresses';

/** An origin outside the public internet that may be requested nevertheless: a test's own server. */
export interface Reach {
  testOrigin?: string;
}

/** One address of a host, in the form the connection uses. */
export interface HostAddress {
  address: string;
  family: number;
}

/** The target of a request: the requested address, and the machines that it may connect to. */
export interface Destination {
  url: URL;
  addresses: HostAddress[];
}

/**
 * Checks whether an address may be requested, and resolves its host once, so that the connection cannot go
 * anywhere that was not checked. A host with any address that is not public is refused.
 * @throws Refusal `invalid` or `unavailable`.
 */
export async function findDestination(
  address: string,
  reach: Reach,
  signal: AbortSignal,
): Promise<Destination> {
  const url = parsedUrl(address);
  const isOfTest = url.origin === reach.testOrigin;
  if (!isOfTest && url.port !== '') {
    throw new Refusal('invalid', 'unusualPort');
  }
  const addresses = await addressesOf(url, signal);
  if (!isOfTest && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new Refusal('invalid', 'notPublic');
  }
  return { url, addresses };
}

function parsedUrl(address: string): URL {
  const url = address.length <= 4000 && URL.canParse(address) ? new URL(address) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new Refusal('invalid', 'onlyHttp');
  }
  if (url.username || url.password) {
    throw new Refusal('invalid', 'addressWithPassword');
  }
  return url;
}

async function addressesOf(url: URL, signal: AbortSignal): Promise<HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family) return [{ address: host, family }];
  try {
    const found = await Promise.race([lookup(host, { all: true, verbatim: true }), givingUp(signal)]);
    if (found.length > 0) return found;
    throw new Error('no address');
  } catch (error) {
    const refusal = new Refusal('unavailable', 'noSuchSite', { host });
    refusal.cause = error;
    throw refusal;
  }
}

/** A DNS lookup cannot be aborted; waiting for it can. */
function givingUp(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
