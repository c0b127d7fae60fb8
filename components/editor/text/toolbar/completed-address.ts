/** People write `example.org` and `me@example.org`. */
export function completed(address: string): string {
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/.test(address)) return `mailto:${address}`;
  if (/^[^\s:/?#]+\.[^\s:/?#]+([/?#:]|$)/.test(address)) return `https://${address}`;
  return address;
}
