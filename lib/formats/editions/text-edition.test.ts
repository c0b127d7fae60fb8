import { expect, test } from 'vitest';
import { hasEditions } from '@/lib/serving/requested-edition';
import { RouteTable } from '@/lib/serving/route-table';
import { ROUTES } from '@/lib/serving/routes';
import { readPage } from './page-document';
import { textEdition } from './text-edition';

const table = new RouteTable(ROUTES);

const SITE = { siteUrl: 'https://lamp.example', hasEditions: (path: string) => hasEditions(table, path) };
const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>A &amp; B</title>${head}</head><body>${body}</body></html>`;
const edition = (body: string, head = '') => textEdition(readPage(page(body, head)), '/a?b=1&c=2', SITE).html;

test('links and forms of this site point to text editions; files, notes and other sites are unchanged', () => {
  const html = edition(
    '<a href="/">Home</a><a href="/topics/x?y=1#z">T</a><a href="https://lamp.example/own">Own</a>' +
      '<a href="/feed.xml">Feed</a><a href="/media/abc/master.jpg">File</a><a href="#fn-1">1</a>' +
      '<a href="https://elsewhere.example/x">There</a><a href="mailto:a@b.example">Mail</a>' +
      '<form action="/search"></form>',
  );
  for (const kept of [
    '/text',
    '/text/topics/x?y=1#z',
    '/text/own',
    '/feed.xml',
    '/media/abc/master.jpg',
    '#fn-1',
  ])
    expect(html).toContain(`href="${kept}"`);
  expect(html).toContain('href="https://elsewhere.example/x"');
  expect(html).toContain('href="mailto:a@b.example"');
  expect(html).toContain('action="/text/search"');
});

test('a picture is replaced by its description in the language of its context; one without alt text is removed', () => {
  const html = edition(
    '<figure><picture><source srcset="/media/a/1.webp"><img src="/media/a/1.jpg" alt="A &lt;river&gt;"></picture>' +
      '<figcaption>The ferry. <span class="credit">Nita</span></figcaption></figure>' +
      '<div lang="km"><img src="/media/b/1.jpg" alt="ទន្លេ"></div><img src="/media/c/1.jpg" alt="">',
  );
  expect(html).toContain('<p>[Picture: A &lt;river&gt;]</p><figcaption>The ferry. Nita</figcaption>');
  expect(html).toContain('[រូបភាព: ទន្លេ]');
  expect(html).not.toMatch(/<img|<source|\/media\//);
});

test('text that looks like an entity stays text', () => {
  expect(edition('<p title="3 &amp;lt; 4 &amp;gt">x</p>')).toContain('title="3 &amp;lt; 4 &amp;gt"');
});

test('items separated only by styles are separated by characters', () => {
  expect(edition('<p data-part="meta"><span>By <a href="/x">X</a></span><time>1 May</time></p>')).toContain(
    '<p>By <a href="/text/x">X</a> · <time>1 May</time></p>',
  );
  expect(edition('<nav><h2>Topics</h2><ul><li>A</li></ul></nav>').split('<body>')[1]).not.toContain('·');
});

test('text to copy is shown as text, and its letters are not read as HTML', () => {
  const html = edition('<label>Text<textarea>&lt;/textarea&gt;&lt;b&gt; &amp;lt; ខ្មែរ</textarea></label>');
  expect(html).toContain('<pre>&lt;/textarea&gt;&lt;b&gt; &amp;lt; ខ្មែរ</pre>');
  expect(html).not.toContain('<b>');
});

test('a table keeps what makes it scroll on a narrow screen, by keyboard too, and its columns of numbers', () => {
  const table = '<tbody><tr><td class="other">a</td><td class="number">1</td></tr></tbody>';
  expect(
    edition(
      `<div class="table-scroll" role="region" aria-label="Table" tabindex="0"><table>${table}</table></div>`,
    ),
  ).toContain(
    '<div role="region" aria-label="Table" tabindex="0"><table><tbody><tr><td>a</td><td class="number">1</td></tr></tbody></table></div>',
  );
});

test('nothing remains that requests anything from the network', () => {
  const html = edition(
    '<style>p{}</style><p style="background:url(/x)" class="a">Words</p><svg></svg>',
    '<link rel="preload" as="font" href="/f.woff2"><link rel="icon" href="/icon.svg">' +
      '<style>@font-face{src:url(/f.woff2)}</style><meta property="og:image" content="/x.jpg">',
  );
  expect(html).not.toMatch(/url\(|woff|icon\.svg|og:image|\sstyle=|\sclass=/);
  expect(html).toContain('<p>Words</p>');
});

test('it links to the full page, is not indexed by search engines, and keeps the canonical address', () => {
  const html = edition('', '<link rel="canonical" href="https://origin.example/first"/>');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('<link rel="canonical" href="https://origin.example/first">');
  expect(html).toContain('<a href="/a?b=1&amp;c=2">Full version</a>');
  expect(edition('')).toContain('<link rel="canonical" href="https://lamp.example/a?b=1&amp;c=2">');
  expect(html).toContain('<title>A &amp; B</title>');
});

test('it has the description of the page, and auditing tools may fetch robots.txt', () => {
  const head = '<meta name="description" content="A &quot;river&quot; &lt;b&gt;"/>';
  const { html, policy } = textEdition(readPage(page('', head)), '/a', SITE);
  expect(html).toContain('<meta name="description" content="A &quot;river&quot; &lt;b&gt;">');
  expect(policy).toContain("connect-src 'self'");
  expect(edition('')).not.toContain('name="description"');
});
