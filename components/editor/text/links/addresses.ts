/** An address in a text, and where a link on it leads. */
export interface Address {
  index: number;
  text: string;
  href: string;
}

/**
 * What begins as an address does, or has a name that ends as the names of sites do: few endings, so that
 * no “p.m.” and no forgotten space between two sentences becomes a link.
 */
const CANDIDATE =
  /(?:https?:\/\/|www\.)[^\s<>"“”«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:com|org|net|info|edu|gov|int|kh)(?:\.[a-z]{2})?(?![\w@-])(?:\/[^\s<>"“”«»]*)?/giu;

/** Signs that end a sentence and not an address. */
const AFTER = /[.,;:!?'’*_។៕…]+$/u;

/** The addresses in a text, in order. */
export function addressesIn(text: string): Address[] {
  return Array.from(text.matchAll(CANDIDATE), ({ 0: found, index }) => {
    const bare = withoutLooseBracket(found.replace(AFTER, ''));
    return { index, text: bare, href: hrefOf(bare) };
  }).filter(({ href }) => URL.canParse(href));
}

/** Where a text leads that is one address and nothing else; null when it is not. */
export function addressOf(text: string): string | null {
  const wanted = text.trim();
  const [address] = addressesIn(wanted);
  return address?.text === wanted ? address.href : null;
}

function hrefOf(address: string): string {
  if (/^https?:\/\//i.test(address)) return address;
  return /^[^/]+@/.test(address) ? `mailto:${address}` : `https://${address}`;
}

/** An address in brackets does not end with theirs; one with brackets of its own keeps them. */
function withoutLooseBracket(address: string): string {
  const isLoose = address.endsWith(')') && !address.includes('(');
  return isLoose ? address.slice(0, -1).replace(AFTER, '') : address;
}
