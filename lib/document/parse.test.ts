import { Node } from '@tiptap/pm/model';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/errors';
import { parseBody } from './parse';
import { documentSchema } from './schema';

const doc = (...content: unknown[]) => ({ type: 'doc', content });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const link = (href: string) => ({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] });

test.each([
  ['a heading of a level that we do not have', doc({ type: 'heading', attrs: { level: 99 } })],
  ['a link that runs a script', doc(paragraph(link('javascript:alert(1)')))],
  ['a link that hides its scheme', doc(paragraph(link(' java\nscript:alert(1)')))],
  ['a link to another host without its scheme', doc(paragraph(link('//evil.example')))],
  ['a link to another host by a backslash', doc(paragraph(link('/\\evil.example')))],
  ['a link to data', doc(paragraph(link('data:text/html,<script>')))],
  ['a node that nobody defined', doc({ type: 'iframe', attrs: { src: 'https://evil.example' } })],
  ['an inherited name as a node', doc({ type: 'constructor' })],
  [
    'a gallery of one picture',
    doc({ type: 'gallery', content: [{ type: 'figure', attrs: { mediaId: 'abcdefgh' } }] }),
  ],
  ['a picture outside the library', doc({ type: 'figure', attrs: { mediaId: '../../secrets' } })],
  ['text where a block belongs', doc({ type: 'text', text: 'x' })],
  ['something that is not a document', paragraph()],
  ['nothing', null],
])('%s is refused', (_what, body) => {
  expect(() => parseBody(body)).toThrow(Refusal);
});

test('a table whose cell claims millions of columns is refused and not built', () => {
  const cell = { type: 'tableCell', attrs: { colspan: 9_999_999 }, content: [paragraph()] };
  expect(() => parseBody(doc({ type: 'table', content: [{ type: 'tableRow', content: [cell] }] }))).toThrow();
});

test('five thousand levels of nesting are refused without exhausting the stack', () => {
  let quote: unknown = paragraph();
  for (let depth = 0; depth < 5000; depth += 1) quote = { type: 'blockquote', content: [quote] };
  expect(() => parseBody(doc(quote))).toThrow('textTooDeep');
});

test('a text over two megabytes is refused with advice', () => {
  expect(() => parseBody(doc(paragraph({ type: 'text', text: 'a'.repeat(2_000_001) })))).toThrow(
    'textTooLong',
  );
});

test('a note has no limit of its own, and counts for that of the body', () => {
  const note = (length: number) => doc(paragraph({ type: 'footnote', attrs: { text: 'a'.repeat(length) } }));
  expect(parseBody(note(200_000))).toEqual(note(200_000));
  expect(() => parseBody(note(2_000_001))).toThrow('textTooLong');
});

test('a body from before some attributes existed is the same when it is saved again', () => {
  const item = { type: 'listItem', content: [paragraph({ type: 'text', text: 'One.' })] };
  const body = doc(paragraph({ type: 'footnote', attrs: { text: 'See there.' } }), {
    type: 'orderedList',
    attrs: { start: 1, type: null },
    content: [item],
  });
  const saved = parseBody(Node.fromJSON(documentSchema, body).toJSON());
  expect(JSON.stringify(saved)).toBe(JSON.stringify(parseBody(body)));
  expect(JSON.stringify(saved)).toBe(JSON.stringify(body));
});

test('a note keeps its formatting, and nothing that is not of a note', () => {
  const note = (marks: unknown) =>
    doc(paragraph({ type: 'footnote', attrs: { text: '', paragraphs: [[{ text: 'See.', marks }]] } }));
  const href = 'https://example.org/';
  const kept = note([{ type: 'link', attrs: { href } }, { type: 'bold' }]);
  expect(parseBody(kept)).toEqual(kept);
  for (const marks of [
    [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }],
    [{ type: 'link', attrs: { href, onclick: 'alert(1)' } }],
    [{ type: 'link' }],
    [{ type: 'blink' }],
    [{ type: 'bold', attrs: { style: 'x' } }],
    [{ type: 'constructor' }],
    ['bold'],
    {},
  ]) {
    expect(() => parseBody(note(marks))).toThrow(Refusal);
  }
});

test('what the schema knows is kept unchanged', () => {
  const body = doc(
    paragraph(link('https://example.org/'), { type: 'footnote', attrs: { text: 'See there.' } }),
  );
  expect(parseBody(body)).toEqual(body);
});
