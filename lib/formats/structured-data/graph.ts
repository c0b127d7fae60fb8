import type { Thing } from 'schema-dts';

/** Serialises several things as one JSON-LD text that can be embedded in a page. */
export function graphJson(things: Exclude<Thing, string>[]): string {
  // A `<` in a headline must not end the element.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(/</g, '\\u003c');
}
