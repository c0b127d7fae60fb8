/**
 * Encodes the spaces in an address as browsers do when they follow it: an address with a space in it ends there for
 * most programs.
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function encodedSpaces(address: string): string {
  return address.replace(/[\t\n\r]/g, '').replace(/\s/g, (space) => encodeURIComponent(space));
}
