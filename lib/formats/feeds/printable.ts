/** Control characters and unpaired surrogates, which XML cannot contain even when escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches exactly these
const ILLEGAL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * Copies a value with every text reduced to characters that XML allows. @see
 * https://www.w3.org/TR/xml/#charsets
 */
export function printable<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(ILLEGAL, '');
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}

/**
 * Removes the white space between tags and their text: the generator puts line breaks around CDATA, and not
 * every feed reader trims them from headlines and names.
 */
export function withoutBlankLines(xml: string): string {
  return xml.replace(/(<[^<>!]+>)\s+(?=<!\[CDATA\[)/g, '$1').replace(/\]\]>\s+(?=<\/)/g, ']]>');
}
