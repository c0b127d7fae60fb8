import { expect, test } from 'vitest';
import { fallbackOf } from './figure-html';
import { renderBodyHtml } from './html';
import type { MediaFacts, Rendition } from './media-facts';
import type { BodyNode } from './types';

const BASE = `https://a.example/"onload='x'&<`;
const ESCAPED = 'https://a.example/&quot;onload=&#39;x&#39;&amp;&lt;';
const CODECS = 'video/mp4; codecs="avc1"';

const file = (name: string, mime: string): Rendition => ({
  ...{ file: name, mime, widthPx: 1200, heightPx: 750, bytes: 1 },
});
const media = (id: string, ...renditions: Rendition[]): MediaFacts => ({
  ...{ id, kind: 'picture', mime: 'image/jpeg', widthPx: 1200, heightPx: 750, focusX: 50, focusY: 50 },
  ...{ alt: '', caption: '', credit: '', renditions },
});
const PICTURE = media('picture1', file('1200.jpg', 'image/jpeg'));
const FILM = media('film0001', file('a.mp4', CODECS), file('b.webm', 'video/webm'));
const SHORT = media('film0002', file('a.mp4', CODECS));

function render(content: BodyNode[], absoluteBase?: string): string {
  const known = new Map([PICTURE, FILM, SHORT].map((one) => [one.id, one]));
  return renderBodyHtml({ type: 'doc', content }, { media: known, language: 'en', absoluteBase });
}

test.each<[string, BodyNode, string[]]>([
  ['a picture', { type: 'figure', attrs: { mediaId: PICTURE.id } }, ['src']],
  [
    'a film of two files',
    { type: 'video', attrs: { mediaId: FILM.id, poster: PICTURE.id } },
    ['src', 'href', 'poster'],
  ],
  ['a film of one file', { type: 'video', attrs: { mediaId: SHORT.id } }, ['src', 'href']],
  ['a card', { type: 'embed', attrs: { url: 'https://b.example/', mediaId: PICTURE.id } }, ['src']],
])('the site’s own address is escaped in %s', (_name, node, attributes) => {
  const html = render([node], BASE);
  expect(html).not.toContain(BASE);
  for (const attribute of attributes) expect(html).toContain(`${attribute}="${ESCAPED}/media/`);
});

test('the type of a file, which may contain quotes, is escaped', () => {
  const html = render([{ type: 'video', attrs: { mediaId: FILM.id } }]);
  expect(html).toContain('type="video/mp4; codecs=&quot;avc1&quot;"');
});

test('the fallback file is a picture, never video or audio', () => {
  const film = file('a.mp4', 'video/mp4');
  const still = file('a.jpg', 'image/jpeg');
  expect(fallbackOf(media('mixed001', film, still))).toBe(still);
  expect(fallbackOf(media('mixed002', film))).toBeUndefined();
});

test('a card removes www from the site name only at its beginning', () => {
  const siteOf = (url: string) =>
    /<p class="embed-site">(.*?)<\/p>/.exec(render([{ type: 'embed', attrs: { url } }]))?.[1];
  expect(siteOf('https://www.example.org/')).toBe('example.org');
  expect(siteOf('https://awww.example.org/')).toBe('awww.example.org');
});

test('a transcript of spaces counts as none', () => {
  const html = render([{ type: 'video', attrs: { mediaId: FILM.id, transcript: ' \n\n  ' } }]);
  expect(html).not.toContain('transcript');
});

test('paragraphs of a transcript are trimmed', () => {
  const html = render([{ type: 'video', attrs: { mediaId: FILM.id, transcript: ' One \n\n two\nthree ' } }]);
  expect(html).toContain('<p>One</p><p>two<br>three</p>');
});
