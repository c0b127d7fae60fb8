import { expect, test } from 'vitest';
import { withContents } from './contents';
import { renderBodyHtml } from './html';
import type { BodyNode } from './types';

const heading = (text: string, level = 2): BodyNode => ({
  type: 'heading',
  attrs: { level },
  content: text ? [{ type: 'text', text }] : [],
});
const words: BodyNode = { type: 'paragraph', content: [{ type: 'text', text: 'Words <h2>.' }] };

function contentsOf(content: BodyNode[], wordCount = 1501) {
  const body = { type: 'doc' as const, content };
  const bodyHtml = renderBodyHtml(body, { media: new Map(), language: 'en' });
  return withContents({ body, bodyHtml, wordCount });
}

test('a long text lists its sections, and their headings have the ids', () => {
  const { html, sections } = contentsOf([
    heading('The river'),
    words,
    heading('A detail', 3),
    heading(''),
    { type: 'blockquote', content: [heading('Tea & <cake>')] },
    heading('שלום'),
  ]);
  expect(sections).toEqual([
    { id: 'section-1', heading: 'The river' },
    { id: 'section-2', heading: 'Tea & <cake>' },
    { id: 'section-3', heading: 'שלום' },
  ]);
  expect(html).toContain(
    '<h2 id="section-1">The river</h2><p>Words &lt;h2&gt;.</p><h3>A detail</h3><h2></h2>',
  );
  expect(html).toContain('<h2 id="section-3" dir="rtl">שלום</h2>');
});

test('a text of 1,500 words, or with two sections, has no list', () => {
  const three = [heading('One'), heading('Two'), heading('Three')];
  expect(contentsOf(three).sections).toHaveLength(3);
  expect(contentsOf(three, 1500)).toMatchObject({
    sections: [],
    html: '<h2>One</h2><h2>Two</h2><h2>Three</h2>',
  });
  expect(contentsOf(three.slice(1))).toMatchObject({ sections: [], html: '<h2>Two</h2><h2>Three</h2>' });
});
