import { DOMParser } from '@tiptap/pm/model';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { renderBodyHtml } from '@/lib/document/html';
import { parseBody } from '@/lib/document/parse';
import { documentSchema } from '@/lib/document/schema';
import { readPasted } from './read-pasted';

const parse = (html: string): HTMLElement =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body as unknown as HTMLElement;

/** Returns the HTML that readers get of a paste. */
async function published(html: string, text = ''): Promise<string> {
  const cleaned = await readPasted({ html, text, isAsText: false }, parse);
  const body = DOMParser.fromSchema(documentSchema)
    .parse(parse(cleaned.html) as never)
    .toJSON();
  return renderBodyHtml(parseBody(body), { media: new Map(), language: 'en' });
}

const note = (content: string) =>
  `<p>One.<a href="#n1" id="r1">1</a></p><hr><div id="n1"><a href="#r1">1</a> ${content}</div>`;

test('a footnote keeps its links, its emphasis and its paragraphs', async () => {
  const html = await published(
    note(
      '<p>See <i>The Post</i>, <a href="https://a.example/?utm_source=x">page 4</a>.</p><p>And <b>more</b>.</p>',
    ),
  );
  expect(html).toContain(
    '<p>See <em>The Post</em>, <a href="https://a.example/">page 4</a>.</p><p>And <strong>more',
  );
});

test('a second reference to a note has its number, and the note leads back to both', async () => {
  const html = await published('', 'A.[^x] B.[^y] C.[^x]\n\n[^x]: *One*.\n[^y]: Two.\n');
  expect(html.match(/<a href="#fn-(\d)"/g)).toHaveLength(3);
  expect(html).toContain('<a href="#fn-1" id="fnref-1-2">1</a>');
  expect(html).toContain('<a href="#fnref-1-2" aria-label="Back to the text 2">');
  expect(html.match(/<li id="fn-/g)).toHaveLength(2);
});

test('a long footnote is not cut', async () => {
  const words = 'word '.repeat(5000).trim();
  expect(await published(note(`<p>${words}.</p>`))).toContain(`${words}.`);
});

test('two equal notes that are not references to each other are two notes', async () => {
  const html = await published('', 'A.[^x] B.[^y]\n\n[^x]: Ibid.\n[^y]: Ibid.\n');
  expect(html.match(/<li id="fn-/g)).toHaveLength(2);
});
