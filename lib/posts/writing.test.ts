import { expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { requireForm } from '@/lib/forms';
import { emptyWriting } from './fields';
import { SourceSchema, WritingSchema } from './writing';

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
])('a source cannot be at “%s”', (url) => expect(sourceAt(url).error?.issues[0]?.message).toBe('webAddress'));

test('an address of a source is 2000 characters long at most', () => {
  const long = `https://a.example/${'a'.repeat(1982)}`;
  expect(sourceAt(long).success).toBe(true);
  expect(sourceAt(`${long}a`).success).toBe(false);
});

const words = (length: number) => 'x'.repeat(length);
const numbers = (length: number) => Array.from({ length }, (_, index) => index);
const isWriting = (changes: object) => WritingSchema.safeParse({ ...emptyWriting(), ...changes }).success;
const isSource = (changes: object) =>
  isWriting({
    source: { publication: '', url: '', authors: [], publishedOn: '', agency: '', rights: '', ...changes },
  });
const isLead = (changes: object) =>
  isWriting({ leadWords: { alt: '', caption: '', credit: '', ...changes } });

test.each<[string, number, (length: number) => boolean]>([
  ['a headline', 400, (length) => isWriting({ headline: words(length) })],
  ['a standfirst', 2000, (length) => isWriting({ standfirst: words(length) })],
  ['a title for search engines', 300, (length) => isWriting({ seoTitle: words(length) })],
  ['a description for search engines', 1000, (length) => isWriting({ seoDescription: words(length) })],
  ['the id of a lead picture', 40, (length) => isWriting({ leadMediaId: words(length) })],
  ['the alt text of a lead picture', 2000, (length) => isLead({ alt: words(length) })],
  ['the caption of a lead picture', 4000, (length) => isLead({ caption: words(length) })],
  ['the credit of a lead picture', 500, (length) => isLead({ credit: words(length) })],
  ['the topics', 30, (length) => isWriting({ topicIds: numbers(length) })],
  [
    'the byline',
    30,
    (length) => isWriting({ byline: numbers(length).map((authorId) => ({ authorId, name: '' })) }),
  ],
  ['a name in the byline', 200, (length) => isWriting({ byline: [{ authorId: 1, name: words(length) }] })],
  ['the publication of a source', 300, (length) => isSource({ publication: words(length) })],
  ['the authors of a source', 30, (length) => isSource({ authors: numbers(length).map(String) })],
  ['an author of a source', 200, (length) => isSource({ authors: [words(length)] })],
  ['the agency of a source', 200, (length) => isSource({ agency: words(length) })],
  ['the rights of a source', 500, (length) => isSource({ rights: words(length) })],
])('%s: at most %s', (_name, most, isAllowed) => {
  expect([isAllowed(most), isAllowed(most + 1)]).toEqual([true, false]);
});

test('text that is too long is refused with the limit', () => {
  const tooLong = () => requireForm(WritingSchema, { ...emptyWriting(), headline: words(401) });
  expect(tooLong).toThrow(new Refusal('invalid', 'tooLongForField', { count: 400 }));
});

test('topics and authors are referred to by whole numbers', () => {
  expect(isWriting({ topicIds: [1.5] })).toBe(false);
  expect(isWriting({ byline: [{ authorId: 1.5, name: '' }] })).toBe(false);
});

test.each(['2022-11-02', ''])('a source can be dated “%s”', (publishedOn) =>
  expect(isSource({ publishedOn })).toBe(true),
);
test.each(['x2022-11-02', '2022-11-02x', '2022', '2.11.2022'])(
  'a source cannot be dated “%s”',
  (publishedOn) => expect(isSource({ publishedOn })).toBe(false),
);

test('a new draft is empty', () => {
  const { body: _body, leadWords: _leadWords, ...writing } = emptyWriting();
  expect(writing).toEqual({
    ...{ headline: '', standfirst: '', byline: [], topicIds: [], leadMediaId: null, source: null },
    ...{ seoTitle: '', seoDescription: '' },
  });
});
