import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** The limit of remembered networks, whatever their number: about a megabyte. */
const MOST_NETWORKS = 10_000;
const GROUPS_OF_NETWORK = 4;
const GROUPS = 8;

interface Count {
  times: number;
  endsAt: number;
}

/**
 * Counts what a network address does at one address of ours. In memory only, and no longer than necessary.
 */
export class RateLimit {
  readonly #counts: LRUCache<string, Count>;

  constructor(mostNetworks = MOST_NETWORKS) {
    this.#counts = new LRUCache({ max: mostNetworks });
  }

  /**
   * Counts one more request.
   * @returns the seconds it must wait; 0 when it may continue.
   */
  count(
    place: string,
    address: string,
    { times, perMs }: { times: number; perMs: number },
    now: number,
  ): number {
    const key = `${place} ${networkOf(address)}`;
    const known = this.#counts.get(key);
    const count = known && known.endsAt > now ? known : { times: 0, endsAt: now + perMs };
    count.times += 1;
    this.#counts.set(key, count);
    return count.times > times ? Math.ceil((count.endsAt - now) / 1000) : 0;
  }
}

/** Returns the network of one subscriber: for IPv6, a whole /64. */
export function networkOf(address: string): string {
  const mapped = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
  if (!isIPv6(mapped)) return mapped;
  const [plain = ''] = mapped.split('%', 1);
  const [head = '', tail = ''] = plain.split('::', 2);
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const missing = Array.from({ length: Math.max(0, GROUPS - before.length - after.length) }, () => '0');
  const groups = [...before, ...missing, ...after];
  return groups
    .slice(0, GROUPS_OF_NETWORK)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
