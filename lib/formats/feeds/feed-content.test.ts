import { expect, test } from 'vitest';
import { absoluteHtml, feedHtml } from './feed-html';

const siteUrl = 'https://example.org';

test('source sets, notes within the post and unusual addresses are made absolute', () => {
  const base = `${siteUrl}/a-case`;
  expect(absoluteHtml('<img src="/m/1.jpg" srcset="/m/1.webp 480w, /m/2.webp 800w" alt="a > b">', base)).toBe(
    '<img src="https://example.org/m/1.jpg" srcset="https://example.org/m/1.webp 480w, https://example.org/m/2.webp 800w" alt="a > b">',
  );
  expect(absoluteHtml('<a href="#fn-1">1</a>', base)).toBe('<a href="https://example.org/a-case#fn-1">1</a>');
  expect(absoluteHtml('<a href="https://x.example/?a=1&amp;b=2">x</a>', base)).toContain('?a=1&amp;b=2');
  expect(absoluteHtml('<a href="mailto:a@b.example">x</a>', base)).toContain('"mailto:a@b.example"');
});

test('notes and their references link to the page of the post, because a bare fragment belongs to the page of the feed reader', () => {
  const body =
    '<p>Dams<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup> <a href="#elsewhere">x</a></p>' +
    '<section class="footnotes"><ol><li id="fn-1">Eleven. <a href="#fnref-1">↩</a></li></ol></section>';
  expect(feedHtml(body, `${siteUrl}/a-case`)).toBe(
    '<p>Dams<sup><a href="https://example.org/a-case#fn-1" id="fnref-1">1</a></sup> <a href="https://example.org/a-case#elsewhere">x</a></p>' +
      '<section><ol><li id="fn-1">Eleven. <a href="https://example.org/a-case#fnref-1">↩</a></li></ol></section>',
  );
});

test('a picture is included in the one format that every reader shows', () => {
  const body =
    '<figure class="figure"><picture><source type="image/avif" srcset="/media/a/1.avif 480w" sizes="100vw">' +
    '<img src="/media/a/1.jpg" width="4" height="3" alt="A river" loading="lazy" decoding="async"></picture></figure>';
  expect(feedHtml(body, siteUrl)).toBe(
    '<figure><img src="https://example.org/media/a/1.jpg" width="4" height="3" alt="A river"></figure>',
  );
});

test('a pull quote is a quotation for readers that do not support asides', () => {
  expect(feedHtml('<aside class="pull-quote"><p>Words</p></aside>', siteUrl)).toBe(
    '<blockquote><p>Words</p></blockquote>',
  );
});
