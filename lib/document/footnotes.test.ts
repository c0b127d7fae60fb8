import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBodyHtml } from './html';
import { noteKey, noteOf, noteParagraphs, noteWords } from './note-words';
import { bodyText } from './text';
import type { BodyNode } from './types';

const bold = { type: 'bold' };
const link = (href: string) => ({ type: 'link', attrs: { href } });
const said = (text: string, ...marks: object[]) => (marks.length ? { text, marks } : { text });
const note = (...paragraphs: ReturnType<typeof said>[][]): BodyNode => ({
  type: 'footnote',
  attrs: { text: '', paragraphs },
});
const plain = (text: string): BodyNode => ({ type: 'footnote', attrs: { text } });
const again = ({ attrs }: BodyNode): BodyNode => ({ type: 'footnote', attrs: { ...attrs, isAgain: true } });
const bodyOf = (...content: BodyNode[]) => ({
  type: 'doc' as const,
  content: [{ type: 'paragraph', content }],
});
const render = (content: BodyNode[], absoluteBase?: string) =>
  renderBodyHtml(bodyOf(...content), {
    media: new Map(),
    language: 'en',
    ...(absoluteBase ? { absoluteBase } : {}),
  });
const numbersIn = (html: string) =>
  [...html.matchAll(/<sup class="footnote-ref"><a href="#fn-(\d+)"/g)].map(([, n]) => n);

test('a note has its links, its emphasis and its paragraphs', () => {
  const html = render([note([said('See '), said('page 4', link('/a'), bold)], [said('And more.')])]);
  expect(html).toContain(
    '<li id="fn-1"><p>See <a href="/a"><strong>page 4</strong></a></p><p>And more. <a href="#fnref-1"',
  );
});

test('links in notes are absolute in feeds', () => {
  const html = render([note([said('page 4', link('/a'))])], 'https://example.org');
  expect(html).toContain('<a href="https://example.org/a">page 4</a>');
});

test('a second reference has the number of the first, and the note leads back to both', () => {
  const first = note([said('Page 4', bold)]);
  const html = render([first, plain('Other.'), again(first)]);
  expect(numbersIn(html)).toEqual(['1', '2', '1']);
  expect(html).toContain('id="fnref-1-2"');
  expect(html).toMatch(/<li id="fn-1">.*href="#fnref-1".*href="#fnref-1-2".*<li id="fn-2">/);
});

test('notes with different words have two numbers, also if one is marked as a second reference', () => {
  expect(numbersIn(render([plain('Page 4.'), again(plain('Page 5.'))]))).toEqual(['1', '2']);
  expect(numbersIn(render([plain('Page 4.'), again(note([said('Page 4.', bold)]))]))).toEqual(['1', '2']);
});

test('without the first reference, the second is the note', () => {
  const html = render([again(plain('Page 4.')), again(plain('Page 4.'))]);
  expect(numbersIn(html)).toEqual(['1', '1']);
  expect(html).toContain('<li id="fn-1">Page 4. ');
});

test('equal notes that do not refer to each other are two', () => {
  expect(numbersIn(render([plain('Ibid.'), plain('Ibid.')]))).toEqual(['1', '2']);
});

test('words from right to left are marked, in a note and in its paragraphs', () => {
  expect(render([plain('السلام')])).toContain('<li id="fn-1"><p dir="rtl">السلام ');
  expect(render([plain('English.\n\nالسلام')])).toContain(
    '<li id="fn-1"><p>English.</p><p dir="rtl">السلام ',
  );
});

test('the plain text has the words of a note once', () => {
  const first = note([said('Page '), said('four', bold)], [said('More.')]);
  expect(bodyText(bodyOf({ type: 'text', text: 'A claim.' }, first, again(first)))).toBe(
    'A claim.\nPage four\nMore.',
  );
});

test('a note of 20,000 letters is whole', () => {
  const words = 'word '.repeat(4000).trim();
  expect(render([plain(words)])).toContain(words);
});

const run = fc
  .record({ text: fc.stringMatching(/^[a-z ]{1,5}$/), marks: fc.subarray([bold, link('/a')]) })
  .map(({ text, marks }): BodyNode => ({ type: 'text', text, ...(marks.length ? { marks } : {}) }));
const paragraphs = fc.array(fc.array(run, { maxLength: 3 }), { maxLength: 3 });

test('any note keeps its words and its formatting when it is stored and read again', () => {
  fc.assert(
    fc.property(paragraphs, (written) => {
      const stored = noteOf(written);
      expect(noteOf(noteParagraphs({ ...stored }))).toEqual(stored);
      const lines = written
        .map((nodes) => nodes.map(({ text }) => text).join(''))
        .filter((line) => line.trim());
      expect(noteWords({ ...stored })).toBe(lines.join('\n'));
      expect(stored.text === '' || stored.paragraphs === null).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('the key of a note is that of its words, however they are stored', () => {
  expect(noteKey({ text: 'One.\n\nTwo.' })).toBe(
    noteKey({ text: '', paragraphs: [[{ text: 'One.', marks: [] }], [{ text: 'Two.' }]] }),
  );
});
