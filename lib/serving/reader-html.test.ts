import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { rebaseStylesheet, toReaderHtml } from './reader-html';

const noStyles = () => null;

test('everything that would need a script is gone, and what people read is not', () => {
  const { html } = toReaderHtml(
    '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/>' +
      '<link rel="modulepreload" href="/_next/b.js"><script src="/_next/c.js" async=""></script></head>' +
      '<body><div hidden=""><!--$--><!--/$--></div><p>Two<!-- --> words</p>' +
      '<script>self.__next_f.push([1,"<p>flight</p>"])</script></body></html>',
    noStyles,
  );
  expect(html).toBe('<html><head></head><body><p>Two words</p></body></html>');
});

test('structured data stays as the author wrote it', () => {
  const data = '<script type="application/ld+json">{"headline":"A $1 <!-- bet -->"}</script>';
  expect(toReaderHtml(`<head>${data}</head>`, noStyles).html).toBe(`<head>${data}</head>`);
});

test('stylesheets are put into the page as one, and the policy allows exactly that text', () => {
  const sheets: Record<string, string> = {
    '/_next/static/a.css': 'a{color:red}',
    '/_next/static/b.css': 'b{}',
  };
  const { html, policy } = toReaderHtml(
    '<link rel="stylesheet" href="/_next/static/a.css?dpl=1" data-precedence="next"/>' +
      '<link rel="stylesheet" href="/_next/static/b.css" data-precedence="next"/>',
    (path) => sheets[path] ?? null,
  );
  expect(html).toBe('<style>a{color:red}\nb{}</style>');
  const hash = createHash('sha256').update('a{color:red}\nb{}').digest('base64');
  expect(policy).toContain(`style-src 'sha256-${hash}';`);
  expect(policy).toContain("script-src 'none'");
});

test('font preloads and feed links stay', () => {
  const links =
    '<link rel="preload" as="font" href="/f.woff2"/><link rel="alternate" type="application/rss+xml" href="/feed.xml"/>';
  expect(toReaderHtml(links, noStyles).html).toBe(links);
});

test('addresses in a stylesheet mean the same inside a page', () => {
  const css = '@font-face{src:url(../media/serif.woff2)}a{background:url("data:image/gif;base64,R0")}';
  expect(rebaseStylesheet(css, '/_next/static/chunks/a.css')).toBe(
    '@font-face{src:url(/_next/static/media/serif.woff2)}a{background:url("data:image/gif;base64,R0")}',
  );
});
