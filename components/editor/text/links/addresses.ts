import { withoutEnding } from '@/lib/language/without-ending';

/** An address in a text, and the target of its link. */
export interface Address {
  index: number;
  text: string;
  href: string;
}

/**
 * Matches text that starts like an address or ends like a domain name. Few top-level domains are recognised, so
 * that no “p.m.” and no missing space between two sentences becomes a link.
 */
const CANDIDATE =
  /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|edu|gov|int|kh)(?:\.[a-z]{2})?(?![\w@-])(?:\/[^\s<>"“”«»]*)?/giu;

/** Punctuation that ends a sentence, not an address. */
const AFTER = ".,;:!?'’*_។៕…";

/** Returns the addresses in a text, in order. */
export function addressesIn(text: string): Address[] {
  return Array.from(text.matchAll(CANDIDATE), ({ 0: found, index }) => {
    const bare = withoutLooseBracket(withoutEnding(found, AFTER));
    return { index, text: bare, href: hrefOf(bare) };
  }).filter(({ href }) => URL.canParse(href));
}

/** Returns the link target of a text that is exactly one address; null otherwise. */
export function addressOf(text: string): string | null {
  const wanted = text.trim();
  const [address] = addressesIn(wanted);
  return address?.text === wanted ? address.href : null;
}

function hrefOf(address: string): string {
  if (/^https?:\/\//i.test(address)) return address;
  return /^[^/]+@/.test(address) ? `mailto:${address}` : `https://${address}`;
}

/** Removes the closing bracket of an address in brackets; an address with brackets of its own keeps them. */
function withoutLooseBracket(address: string): string {
  const isLoose = address.endsWith(')') && !address.includes('(');
  return isLoose ? withoutEnding(address.slice(0, -1), AFTER) : address;
}
