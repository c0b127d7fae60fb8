import { expect, test } from 'vitest';
import { renderBodyHtml } from './html';
import type { MediaFacts } from './media-facts';
import type { Body, BodyNode } from './types';

const PICTURE: MediaFacts = {
  id: 'abcdefgh',
  kind: 'picture',
  mime: 'image/jpeg',
  widthPx: 1600,
  heightPx: 1000,
  focusX: 50,
  focusY: 50,
  alt: 'A river',
  caption: '',
  credit: '',
  renditions: [
    { file: '480.webp', widthPx: 480, heightPx: 300, mime: 'image/webp', bytes: 1 },
    { file: '1200.webp', widthPx: 1200, heightPx: 750, mime: 'image/webp', bytes: 1 },
    { file: '1200.jpg', widthPx: 1200, heightPx: 750, mime: 'image/jpeg', bytes: 1 },
  ],
};

function render(content: BodyNode[], absoluteBase?: string): string {
  const body: Body = { type: 'doc', content };
  return renderBodyHtml(body, { media: new Map([[PICTURE.id, PICTURE]]), language: 'en', absoluteBase });
}
const text = (words: string, ...marks: string[]): BodyNode => ({
  type: 'text',
  text: words,
  marks: marks.map((mark) =>
    mark.startsWith('http') ? { type: 'link', attrs: { href: mark } } : { type: mark },
  ),
});
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });

test('words are escaped everywhere', () => {
  const hostile = '<img src=x onerror="alert(1)">';
  const html = render([
    paragraph(text(hostile), { type: 'footnote', attrs: { text: hostile } }),
    { type: 'figure', attrs: { mediaId: PICTURE.id, alt: hostile, caption: hostile, credit: hostile } },
  ]);
  expect(html).not.toContain('<img src=x');
  expect(html).not.toContain('alert(1)"');
});

test('an address is escaped everywhere', () => {
  const hostile = `https://a.example/?a=1&b="onmouseover="alert(1)"'<b>`;
  const escaped = 'https://a.example/?a=1&amp;b=&quot;onmouseover=&quot;alert(1)&quot;&#39;&lt;b&gt;';
  expect(render([paragraph(text('x', hostile))])).toBe(`<p><a href="${escaped}">x</a></p>`);
  expect(render([{ type: 'embed', attrs: { url: hostile } }])).toBe(
    `<figure class="embed embed-link"><p class="embed-title"><a href="${escaped}">${escaped}</a></p><p class="embed-site">a.example</p></figure>`,
  );
});

test('adjacent texts with the same link become one link, with emphasis inside it', () => {
  const html = render([
    paragraph(text('one ', 'https://a.example/'), text('two', 'bold', 'https://a.example/')),
  ]);
  expect(html).toBe('<p><a href="https://a.example/">one <strong>two</strong></a></p>');
});

test('Khmer in an English text has a lang attribute, and Latin in a Khmer text has none', () => {
  const body: Body = { type: 'doc', content: [paragraph(text('The word សាលា រៀន & more'))] };
  const inLanguage = (language: 'en' | 'km') => renderBodyHtml(body, { media: new Map(), language });
  expect(inLanguage('en')).toBe('<p>The word <span lang="km">សាលា រៀន</span> &amp; more</p>');
  expect(inLanguage('km')).toBe('<p>The word សាលា រៀន &amp; more</p>');
});

test('a wide figure has its class and its sizes', () => {
  const html = render([{ type: 'figure', attrs: { mediaId: PICTURE.id, isWide: true } }]);
  expect(html).toContain('<figure class="figure figure-wide">');
  expect(html).toContain('sizes="(min-width: 64rem) 60rem, 100vw"');
});

test('footnotes are numbered in order and link back to their place', () => {
  const note = (words: string): BodyNode => ({ type: 'footnote', attrs: { text: words } });
  const html = render([paragraph(text('a'), note('First.')), paragraph(text('b'), note('Second.'))]);
  expect(html).toContain('<a href="#fn-2" id="fnref-2">2</a>');
  expect(html).toMatch(/<li id="fn-2">Second\. <a href="#fnref-2"/);
});

test('a figure has its size, every format, its caption and its credit', () => {
  const html = render([
    { type: 'figure', attrs: { mediaId: PICTURE.id, caption: 'The river.', credit: 'D. Lim' } },
  ]);
  expect(html).toContain('width="1600" height="1000" alt="A river"');
  expect(html).toContain('/media/abcdefgh/480.webp 480w, /media/abcdefgh/1200.webp 1200w');
  expect(html).toContain('<span class="caption">The river.</span> <span class="credit">D. Lim</span>');
});

test('a figure whose picture is missing leaves its words', () => {
  const html = render([{ type: 'figure', attrs: { mediaId: 'zzzzzzzz', caption: 'Words stay.' } }]);
  expect(html).toBe(
    '<figure class="figure"><figcaption><span class="caption">Words stay.</span></figcaption></figure>',
  );
});

test('every address in a feed is absolute', () => {
  const html = render(
    [
      { type: 'figure', attrs: { mediaId: PICTURE.id } },
      paragraph({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: '/about' } }] }),
    ],
    'https://lamp.example',
  );
  expect(html).toContain('src="https://lamp.example/media/abcdefgh/1200.jpg"');
  expect(html).toContain('href="https://lamp.example/about"');
  expect(html).not.toContain('srcset');
});
