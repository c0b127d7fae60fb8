/** Completes an address without a scheme, such as `example.org` or `me@example.org`. */
export function completed(address: string): string {
  if (/^[^\s@/:]+@[^\s@/.]+(?:\.[^\s@/.]+)+$/.test(address)) return `mailto:${address}`;
  if (/^[^\s:/?#.]+(?:\.[^\s:/?#.]+)+\.?(?:[/?#:]|$)/.test(address)) return `https://${address}`;
  return address;
}
