import { isSafeHref } from '@/lib/document/attributes';
import { encodedSpaces } from '@/lib/language/encoded-spaces';

/** Written as people write telephone numbers, from abroad or within a country; a date is none. */
const TELEPHONE = /^[+(0][\d\s().-]*$/;
const FEWEST_DIGITS = 7;

/**
 * Completes an address without a scheme, such as `example.org`, `me@example.org` or `+855 12 345 678`, and encodes its
 * spaces.
 */
export function completed(address: string): string {
  if (/^[^\s@/:]+@[^\s@/.]+(?:\.[^\s@/.]+)+$/.test(address)) return `mailto:${address}`;
  if (/^tel:/i.test(address)) return address.replace(/\s/g, '');
  if (isTelephone(address)) return `tel:${address.replace(/[\s()]/g, '')}`;
  if (/^[^\s:/?#.]+(?:\.[^\s:/?#.]+)+\.?(?:[/?#:]|$)/.test(address))
    return encodedSpaces(`https://${address}`);
  return /^(?:https?:\/\/|[/#])/i.test(address) ? encodedSpaces(address) : address;
}

/** Whether a link can lead to a completed address: one that no browser can read, such as `https://a b`, is none. */
export function isLinkable(address: string): boolean {
  return isSafeHref(address) && (!/^https?:/i.test(address) || URL.canParse(address));
}

/** Whether somebody types an address, not words to search for. */
export function isAddressLike(typed: string): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|www\.|[/#])/i.test(typed) || isLinkable(completed(typed));
}

function isTelephone(address: string): boolean {
  return TELEPHONE.test(address) && address.replace(/\D/g, '').length >= FEWEST_DIGITS;
}
