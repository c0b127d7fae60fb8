import { expect, test } from 'vitest';
import { renderBodyHtml } from './html';
import type { BodyMark } from './types';

const LINK: BodyMark = { type: 'link', attrs: { href: 'https://a.example/' } };
const MARKS = [
  LINK,
  ...['bold', 'italic', 'strike', 'superscript', 'subscript', 'code'].map((type) => ({ type })),
];

function render(...marksOfTexts: BodyMark[][]): string {
  const content = marksOfTexts.map((marks) => ({ type: 'text', text: 'x', marks }));
  const body = { type: 'doc' as const, content: [{ type: 'paragraph', content }] };
  return renderBodyHtml(body, { media: new Map(), language: 'en' });
}

test('marks are nested in one order, whatever the order of the input', () => {
  const html =
    '<p><a href="https://a.example/"><strong><em><s><sup><sub><code>x</code></sub></sup></s></em></strong></a></p>';
  expect(render(MARKS)).toBe(html);
  expect(render([...MARKS].reverse())).toBe(html);
});

test('for two adjacent marks of the order, the outer one contains the inner one', () => {
  for (const [index, outer] of MARKS.entries()) {
    const inner = MARKS[index + 1];
    if (inner) expect(render([inner, outer])).toBe(render([outer, inner]));
  }
});

test('a mark that ends or begins between two texts is closed or opened there', () => {
  const [, bold = LINK, italic = LINK] = MARKS;
  expect(render([bold, italic], [bold])).toBe('<p><strong><em>x</em>x</strong></p>');
  expect(render([bold], [bold, italic])).toBe('<p><strong>x<em>x</em></strong></p>');
  expect(render([italic], [bold])).toBe('<p><em>x</em><strong>x</strong></p>');
  expect(render([], [bold], [])).toBe('<p>x<strong>x</strong>x</p>');
});
