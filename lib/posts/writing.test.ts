import { expect, test } from 'vitest';
import { SourceSchema } from './writing';

const sourceAt = (url: string) =>
  SourceSchema.safeParse({
    publication: 'The Lamp',
    url,
    authors: [],
    publishedOn: '',
    agency: '',
    rights: '',
  });

test.each(['', 'https://example.org/a', 'http://example.org', 'HTTPS://EXAMPLE.ORG/A'])(
  'a source can be at “%s”',
  (url) => expect(sourceAt(url).success).toBe(true),
);

test.each([
  'javascript:alert(1)//https://a.example/',
  'xhttps://a.example',
  'https://',
  'https://a.example/ b',
  '/a',
])('a source cannot be at “%s”', (url) =>
  expect(sourceAt(url).error?.issues[0]?.message).toBe('A web address starts with https://'),
);

test('an address of a source is 2000 characters long at most', () => {
  const long = `https://a.example/${'a'.repeat(1982)}`;
  expect(sourceAt(long).success).toBe(true);
  expect(sourceAt(`${long}a`).success).toBe(false);
});
