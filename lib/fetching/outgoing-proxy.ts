import type { Agent } from 'node:http';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SocksProxyAgent } from 'socks-proxy-agent';
import { environment } from '@/lib/settings/environment';

/**
 * Returns the operator's proxy as Node's requests take it, or null when there is none. The proxy resolves the names of
 * hosts: a lookup here would tell the network's name server what is requested. Plain http goes through a tunnel, too.
 * @see https://www.rfc-editor.org/rfc/rfc1928
 * @see https://www.rfc-editor.org/rfc/rfc9110#name-connect
 */
export function outgoingProxy(): Agent | null {
  const { outgoingProxy: address } = environment();
  if (address === null) return null;
  // `socks5h` is the name of SOCKS 5 with names resolved by the proxy.
  return address.startsWith('socks5:')
    ? new SocksProxyAgent(address.replace(/^socks5:/, 'socks5h:'))
    : new HttpsProxyAgent(address);
}
