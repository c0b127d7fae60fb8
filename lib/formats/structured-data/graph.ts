import type { Thing } from 'schema-dts';

/** Several things as one JSON-LD text that can stand inside a page. */
export function graphJson(things: Exclude<Thing, string>[]): string {
  // A `<` in a headline must not end the element.
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replace(/</g, '\\u003c');
}
