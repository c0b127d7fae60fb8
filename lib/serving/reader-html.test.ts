import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pageStyles } from './page-styles';
import { rebaseStylesheet, toReaderHtml } from './reader-html';

const noStyles = () => null;

test('everything that needs a script is removed, and the text is kept', () => {
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

test('stylesheets are inlined into the page as one, and the policy allows exactly that text', () => {
  const sheets: Record<string, string> = {
    '/_next/static/a.css': 'a{color:red}',
    '/_next/static/b.css': 'b{}',
  };
  const { html, policy } = toReaderHtml(
    '<link rel="stylesheet" href="/_next/static/a.css?dpl=1" data-precedence="next"/>' +
      '<link rel="stylesheet" href="/_next/static/b.css" data-precedence="next"/>',
    (path) => () => sheets[path] ?? '',
  );
  expect(html).toBe('<style>a{color:red}\nb{}</style>');
  const hash = createHash('sha256').update('a{color:red}\nb{}').digest('base64');
  expect(policy).toContain(`style-src 'sha256-${hash}';`);
  expect(policy).toContain("script-src 'none'");
});

test('a page gets only the rules that it uses', () => {
  const page = '<link rel="stylesheet" href="/a.css"/><p class="a"></p>';
  const { html } = toReaderHtml(page, () => pageStyles('.a{color:red}.b{color:blue}'));
  expect(html).toBe('<style>.a{color:red}</style><p class="a"></p>');
});

test('a page also gets the rules for what is put into it later', () => {
  const page = '<link rel="stylesheet" href="/a.css"/><p></p>';
  const styles = () => pageStyles('.a>a{color:red}.b{color:blue}');
  const { html } = toReaderHtml(page, styles, { addedLater: '<p class="a"><a>' });
  expect(html).toBe('<style>.a>a{color:red}</style><p></p>');
});

test('font preloads and feed links are kept', () => {
  const links =
    '<link rel="preload" as="font" href="/f.woff2"/><link rel="alternate" type="application/rss+xml" href="/feed.xml"/>';
  expect(toReaderHtml(links, noStyles).html).toBe(links);
});

test('addresses in a stylesheet keep their meaning inside a page', () => {
  const css = '@font-face{src:url(../media/serif.woff2)}a{background:url("data:image/gif;base64,R0")}';
  expect(rebaseStylesheet(css, '/_next/static/chunks/a.css')).toBe(
    '@font-face{src:url(/_next/static/media/serif.woff2)}a{background:url("data:image/gif;base64,R0")}',
  );
});

test('a reader page may load only our own files, run no scripts, and not be framed', () => {
  const policy = [
    ...["default-src 'none'", "script-src 'none'", "style-src 'none'", "img-src 'self' data:"],
    ...["font-src 'self'", "media-src 'self'", "manifest-src 'self'", "connect-src 'self'"],
    ...["form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"],
  ].join('; ');
  expect(toReaderHtml('<p>Words</p>', noStyles).policy).toBe(policy);
  expect(toReaderHtml('<p>Words</p>', noStyles, { framedBy: "'self'" }).policy).toBe(
    policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  );
});

test('a stylesheet that cannot be read stays a link, and the policy allows it in addition to each inlined text', () => {
  const link = '<link rel="stylesheet" href="/missing.css"/>';
  const page = `${link}<style>a{}</style><p></p><style>b{}</style><p></p><style>a{}</style>`;
  const hash = (css: string) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
  const { html, policy } = toReaderHtml(page, noStyles);
  expect(html).toBe(page);
  expect(policy).toContain(`; style-src 'self' ${hash('a{}')} ${hash('b{}')}; `);
  expect(toReaderHtml(`<p></p>${link}`, noStyles).policy).toContain("; style-src 'self'; ");
});

test('three consecutive stylesheets become one, and all structured data returns to its place', () => {
  const link = (name: string) => `<link rel="stylesheet" href="/${name}.css"/>`;
  const data = (name: string) => `<script type="application/ld+json">{"name":"${name}"}</script>`;
  const page = `${link('a')}${link('b')}${link('c')}${data('one')}<p></p>${data('two')}`;
  expect(toReaderHtml(page, (path) => () => `${path[1]}{}`).html).toBe(
    `<style>a{}\nb{}\nc{}</style>${data('one')}<p></p>${data('two')}`,
  );
});

test('stylesheet preloads are removed, because the styles are in the page', () => {
  expect(toReaderHtml('<link rel="preload" as="style" href="/a.css"/><p></p>', noStyles).html).toBe(
    '<p></p>',
  );
});

test('every address in a stylesheet is made absolute, quoted or not, and source map references are removed', () => {
  const css =
    'a{b:url( "../a.png?v=1" )}c{d:url(e.png)}f{g:url(#h)}/*# sourceMappingURL=a.css.map */i{}/*# sourceMappingURL=b.css.map */';
  expect(rebaseStylesheet(css, '/_next/static/css/a.css')).toBe(
    'a{b:url("/_next/static/a.png?v=1")}c{d:url(/_next/static/css/e.png)}f{g:url(#h)}i{}',
  );
});

test('the spelling of tags makes no difference, and all of several are removed', () => {
  const page =
    '<SCRIPT>a()</SCRIPT><Link rel="preload" as="script" href="/a.js"/><LINK rel="modulepreload" href="/b.js"/>' +
    '<LINK rel="preload" as="style" href="/a.css"/><link rel="preload" as="style" href="/b.css"/>' +
    '<div hidden=""></div><p></p><div hidden=""> </div><Script TYPE="application/ld+json">{}</Script>';
  expect(toReaderHtml(page, noStyles).html).toBe('<p></p><Script TYPE="application/ld+json">{}</Script>');
  expect(toReaderHtml('<LINK rel="stylesheet" href="/a.css"/>', () => () => 'a{}').html).toBe(
    '<style>a{}</style>',
  );
  const hash = createHash('sha256').update('a{}').digest('base64');
  expect(toReaderHtml('<STYLE>a{}</STYLE>', noStyles).policy).toContain(`style-src 'sha256-${hash}';`);
});
