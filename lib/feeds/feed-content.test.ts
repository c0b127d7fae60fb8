import { expect, test } from 'vitest';
import { absoluteHtml } from './feed-content';

const siteUrl = 'https://example.org';

test('source sets, notes within the post and odd addresses are made absolute', () => {
  const base = `${siteUrl}/a-case`;
  expect(absoluteHtml('<img src="/m/1.jpg" srcset="/m/1.webp 480w, /m/2.webp 800w" alt="a > b">', base)).toBe(
    '<img src="https://example.org/m/1.jpg" srcset="https://example.org/m/1.webp 480w, https://example.org/m/2.webp 800w" alt="a > b">',
  );
  expect(absoluteHtml('<a href="#fn-1">1</a>', base)).toBe('<a href="https://example.org/a-case#fn-1">1</a>');
  expect(absoluteHtml('<a href="https://x.example/?a=1&amp;b=2">x</a>', base)).toContain('?a=1&amp;b=2');
  expect(absoluteHtml('<a href="mailto:a@b.example">x</a>', base)).toContain('"mailto:a@b.example"');
});
