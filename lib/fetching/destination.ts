import { lookup } from 'node:dns/promises';
import type { Agent } from 'node:http';
import { isIP } from 'node:net';
import { Refusal } from '@/lib/errors';
import { outgoingProxy } from './outgoing-proxy';
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

/** The target of a request: the requested address, and the machines or the proxy that it may connect to. */
export interface Destination {
  url: URL;
  /** Empty when a proxy resolves the host. */
  addresses: HostAddress[];
  proxy: Agent | null;
}

/**
 * Checks whether an address may be requested, and resolves its host once, so that the connection cannot go
 * anywhere that was not checked. A host with any address that is not public is refused. Where there is a proxy, it
 * resolves the host, and nothing is asked of a name server here.
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
  const proxy = isOfTest ? null : outgoingProxy();
  const addresses = await addressesOf(url, signal, proxy !== null);
  if (proxy && addresses.length === 0 && !isPublicName(url.hostname))
    throw new Refusal('invalid', 'notPublic');
  if (!isOfTest && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new Refusal('invalid', 'notPublic');
  }
  return { url, addresses, proxy };
}

/** A name of the machine or its network has no dot, or an ending that no public name has. */
function isPublicName(host: string): boolean {
  return host.includes('.') && !/\.(?:localhost|local|internal|home\.arpa)\.?$/i.test(host);
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

async function addressesOf(url: URL, signal: AbortSignal, isByProxy: boolean): Promise<HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family) return [{ address: host, family }];
  if (isByProxy) return [];
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
