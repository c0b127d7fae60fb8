import { describe, expect, test } from 'vitest';
import type { LanguageCode } from '@/lib/language/languages';
import { stringsFor } from '@/lib/language/strings';
import { renderBodyHtml } from './html';
import type { MediaFacts } from './media-facts';
import type { BodyNode } from './types';

/** The interface may change these words, but not leave them out. */
const SAID = stringsFor('en');
const NOTHING_SAID = { alt: '', caption: '', credit: '', focusX: 50, focusY: 50 };
const file = (name: string, mime: string, widthPx = 0, heightPx = 0) => ({
  file: name,
  mime,
  widthPx,
  heightPx,
  bytes: 1,
});
const media = (facts: Partial<MediaFacts> & Pick<MediaFacts, 'id' | 'renditions'>): MediaFacts => ({
  kind: 'picture',
  mime: 'image/jpeg',
  widthPx: 1600,
  heightPx: 1000,
  ...NOTHING_SAID,
  ...facts,
});

const PICTURE = media({
  id: 'aaaaaaaa',
  alt: 'A "river"',
  renditions: [
    file('480.webp', 'image/webp', 480, 300),
    { ...file('480.avif', 'image/avif', 480, 300), bytes: 0 },
    file('800.avif', 'image/avif', 800, 500),
    file('900.jpg', 'image/jpeg', 900, 562),
    file('1200.jpg', 'image/jpeg', 1200, 750),
    file('1600.jpg', 'image/jpeg', 1600, 1000),
  ],
});
const SMALL = media({ id: 'bbbbbbbb', renditions: [file('90.webp', 'image/webp', 90, 60)] });
const OFF = media({ id: 'ffffffff', focusX: 20, renditions: SMALL.renditions });
const BARE = media({ id: 'cccccccc', renditions: [] });
const SOUND = media({
  id: 'dddddddd',
  kind: 'audio',
  widthPx: 0,
  heightPx: 0,
  renditions: [file('a.mp3', 'audio/mpeg')],
});
const FILM = media({
  id: 'eeeeeeee',
  kind: 'video',
  widthPx: 640,
  heightPx: 360,
  alt: 'The ferry',
  renditions: [file('a.mp4', 'video/mp4'), file('b.mp4', 'video/mp4'), file('still.jpg', 'image/jpeg')],
});
const LIBRARY = new Map([PICTURE, SMALL, OFF, BARE, SOUND, FILM].map((one) => [one.id, one]));

function html(content: BodyNode | BodyNode[], language: LanguageCode = 'en', absoluteBase?: string) {
  const body = { type: 'doc' as const, content: [content].flat() };
  return renderBodyHtml(body, { media: LIBRARY, language, absoluteBase });
}
const words = (text: string, ...marks: string[]): BodyNode => ({
  type: 'text',
  text,
  marks: marks.map((type) => ({ type })),
});
const node = (type: string, content: BodyNode[] = [], attrs?: Record<string, unknown>): BodyNode => ({
  type,
  content,
  ...(attrs && { attrs }),
});
const p = (text: string) => node('paragraph', [words(text)]);

describe('text', () => {
  test('headings, quotations, rules and breaks use their HTML elements', () => {
    expect(
      html([
        node('heading', [words('Two')], { level: 2 }),
        node('heading', [words('Three')], { level: 3 }),
        node('heading', [words('Unsaid')]),
        node('blockquote', [p('a'), p('b')]),
        node('pullQuote', [words('c')]),
        node('horizontalRule'),
        node('paragraph', [words('d'), node('hardBreak'), words('e')]),
      ]),
    ).toBe(
      '<h2>Two</h2><h3>Three</h3><h2>Unsaid</h2><blockquote><p>a</p><p>b</p></blockquote>' +
        '<blockquote class="pull-quote"><p>c</p></blockquote><hr><p>d<br>e</p>',
    );
  });

  test('an empty paragraph and an empty body render nothing', () => {
    expect(html([node('paragraph'), { type: 'paragraph' }])).toBe('');
    expect(html([])).toBe('');
  });

  test('every mark has its element, and marks close in reverse order', () => {
    expect(
      html(
        node('paragraph', [
          words('a', 'code', 'bold', 'italic', 'strike'),
          words('b', 'superscript'),
          words('c', 'subscript'),
          words('d'),
        ]),
      ),
    ).toBe('<p><strong><em><s><code>a</code></s></em></strong><sup>b</sup><sub>c</sub>d</p>');
  });

  test('a mark that continues is not closed in between, and two links stay two', () => {
    const link = (text: string, href: unknown, ...marks: string[]): BodyNode => ({
      type: 'text',
      text,
      marks: [...marks.map((type) => ({ type })), { type: 'link', attrs: { href } }],
    });
    expect(
      html(node('paragraph', [words('a', 'bold'), words('b', 'bold', 'italic'), words('c', 'italic')])),
    ).toBe('<p><strong>a<em>b</em></strong><em>c</em></p>');
    expect(html(node('paragraph', [link('a', '/x', 'bold'), link('b', '/x'), link('c', '/y')]))).toBe(
      '<p><a href="/x"><strong>a</strong>b</a><a href="/y">c</a></p>',
    );
  });

  test.each(['javascript:alert(1)', '//elsewhere.example', 'data:text/html,x', 7, undefined])(
    'a link to %s is rendered without an address',
    (href) => {
      const link = { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] };
      expect(html(node('paragraph', [link]))).toBe('<p><a href="#">x</a></p>');
    },
  );

  test('in a feed only addresses of this site get its base address', () => {
    const link = (href: string) => ({ type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href } }] });
    const base = 'https://lamp.example';
    expect(html(node('paragraph', [link('/a'), link('#b'), link('https://c.example/')]), 'en', base)).toBe(
      '<p><a href="https://lamp.example/a">x</a><a href="#b">x</a><a href="https://c.example/">x</a></p>',
    );
  });

  test('footnotes are numbered, listed at the end, and link back', () => {
    const note = (text?: string) => node('footnote', [], text === undefined ? undefined : { text });
    expect(html(node('paragraph', [words('a'), note('One & ខ្មែរ'), note()]))).toBe(
      '<p>a<sup class="footnote-ref"><a href="#fn-1" id="fnref-1">1</a></sup>' +
        '<sup class="footnote-ref"><a href="#fn-2" id="fnref-2">2</a></sup></p>' +
        `<section class="footnotes" aria-label="${SAID.footnotes}"><ol>` +
        `<li id="fn-1">One &amp; <span lang="km">ខ្មែរ</span> <a href="#fnref-1" aria-label="${SAID.backToText}">↩</a></li>` +
        `<li id="fn-2"> <a href="#fnref-2" aria-label="${SAID.backToText}">↩</a></li></ol></section>`,
    );
  });

  test('an unknown node throws, even with the name of an inherited property', () => {
    for (const type of ['iframe', 'constructor', 'toString']) {
      expect(() => html(node(type))).toThrow(`does not know the node ${type}`);
    }
    expect(() => html(node('paragraph', [node('iframe')]))).toThrow('does not know the inline node iframe');
  });

  test('each Khmer passage in an English text, spaces included, has one lang attribute', () => {
    expect(html(p('a សាលា\u200Bរៀន ខ្មែរ b ក c'))).toBe(
      '<p>a <span lang="km">សាលា\u200Bរៀន ខ្មែរ</span> b <span lang="km">ក</span> c</p>',
    );
  });

  test('the five HTML special characters are escaped', () => {
    expect(html(p(`& < > " '`))).toBe('<p>&amp; &lt; &gt; &quot; &#39;</p>');
  });
});

describe('lists and tables', () => {
  const item = (...content: BodyNode[]) => node('listItem', content);

  test('an item with one paragraph has its words directly, an item with more has paragraphs', () => {
    expect(
      html(
        node('bulletList', [
          item(p('a')),
          item(p('b'), p('c')),
          item(p('d'), node('bulletList', [item(p('e'))])),
          item(),
        ]),
      ),
    ).toBe('<ul><li>a</li><li><p>b</p><p>c</p></li><li>d<ul><li>e</li></ul></li><li></li></ul>');
    expect(html(node('bulletList', [item(node('blockquote', [p('q')]), node('horizontalRule'))]))).toBe(
      '<ul><li><blockquote><p>q</p></blockquote><hr></li></ul>',
    );
  });

  test('a numbered list gives its start unless that is 1', () => {
    const list = (attrs?: Record<string, unknown>) => html(node('orderedList', [item(p('a'))], attrs));
    expect(list()).toBe('<ol><li>a</li></ol>');
    expect(list({ start: 1 })).toBe('<ol><li>a</li></ol>');
    expect(list({ start: 0 })).toBe('<ol start="0"><li>a</li></ol>');
    expect(list({ start: '7" onclick="' })).toBe('<ol><li>a</li></ol>');
  });

  test('a task shows and announces whether it is done', () => {
    const task = (checked: unknown) => node('taskItem', [p('a')], { checked });
    expect(html(node('taskList', [task(true), task(false), task('true')]))).toBe(
      `<ul class="tasks"><li class="done"><span class="task-mark" role="img" aria-label="${SAID.taskDone}">☑</span> a</li>` +
        `<li><span class="task-mark" role="img" aria-label="${SAID.taskNotDone}">☐</span> a</li>` +
        `<li><span class="task-mark" role="img" aria-label="${SAID.taskNotDone}">☐</span> a</li></ul>`,
    );
  });

  test('a table scrolls by itself; its header cells have a scope, its cells their span', () => {
    const head = (attrs = {}) => node('tableHeader', [p('h')], attrs);
    const cell = (attrs = {}) => node('tableCell', [p('c')], attrs);
    const row = (...cells: BodyNode[]) => node('tableRow', cells);
    expect(
      html(
        node('table', [
          row(head(), head({ colspan: 2, rowspan: 1 })),
          row(head({ rowspan: 3 }), cell({ colspan: 2, rowspan: 2 }), cell({ colspan: '2' })),
          node('tableRow'),
        ]),
      ),
    ).toBe(
      `<div class="table-scroll" role="region" aria-label="${SAID.table}" tabindex="0"><table><tbody>` +
        '<tr><th scope="col">h</th><th scope="col" colspan="2">h</th></tr>' +
        '<tr><th scope="row" rowspan="3">h</th><td colspan="2" rowspan="2">c</td><td>c</td></tr>' +
        '<tr></tr></tbody></table></div>',
    );
  });
});

describe('boxes, code and cards', () => {
  test('a box has its label in the language of the text', () => {
    const box = (language: LanguageCode, attrs?: Record<string, unknown>) =>
      html(node('callout', [p('a')], attrs), language);
    expect(box('en')).toBe(
      `<aside class="callout callout-note" role="note"><p class="callout-label"><strong>${SAID.note}</strong></p><p>a</p></aside>`,
    );
    expect(box('en', { kind: 'correction' })).toBe(
      `<aside class="callout callout-correction" role="note"><p class="callout-label"><strong>${SAID.correction}</strong></p><p>a</p></aside>`,
    );
    expect(box('km', { kind: 'note' })).toMatch(/<strong>[\u1780-\u17ff]/);
    expect(() => box('en', { kind: '"><script>' })).toThrow('break their rules');
  });

  test('code is unchanged, with the name of its language if that is valid', () => {
    const code = (language?: unknown) => html(node('codeBlock', [words('a < b'), words('\n')], { language }));
    expect(code()).toBe('<pre><code>a &lt; b\n</code></pre>');
    expect(code('c++')).toBe(
      '<figure class="code"><figcaption>c++</figcaption><pre><code class="language-c++">a &lt; b\n</code></pre></figure>',
    );
    expect(code('"><script>')).toBe('<pre><code>a &lt; b\n</code></pre>');
    expect(html({ type: 'codeBlock' })).toBe('<pre><code></code></pre>');
  });

  test('a card links to its page with its stored words, and its picture has an empty alt', () => {
    const card = (attrs: Record<string, unknown>, base?: string) =>
      html(node('embed', [], { url: 'https://www.a.example/x', ...attrs }), 'en', base);
    expect(card({ title: 'T & ក', text: 'W <i>', site: 'S "s"', kind: 'youtube', mediaId: PICTURE.id })).toBe(
      '<figure class="embed embed-youtube"><img src="/media/aaaaaaaa/1200.jpg" width="1200" height="750" alt="" loading="lazy" decoding="async">' +
        '<p class="embed-title"><a href="https://www.a.example/x">T &amp; <span lang="km">ក</span></a></p>' +
        '<p class="embed-text">W &lt;i&gt;</p><p class="embed-site">S &quot;s&quot;</p></figure>',
    );
    expect(card({ mediaId: 'zzzzzzzz' })).toBe(
      '<figure class="embed embed-link"><p class="embed-title"><a href="https://www.a.example/x">https://www.a.example/x</a></p><p class="embed-site">a.example</p></figure>',
    );
    expect(card({ mediaId: PICTURE.id }, 'https://lamp.example')).toContain(
      '<img src="https://lamp.example/media/aaaaaaaa/1200.jpg"',
    );
    expect(card({ mediaId: BARE.id })).not.toContain('<img');
  });
});

describe('pictures', () => {
  const figure = (attrs: Record<string, unknown>, base?: string) =>
    html(node('figure', [], attrs), 'en', base);
  const AVIF =
    '<source type="image/avif" srcset="/media/aaaaaaaa/480.avif 480w, /media/aaaaaaaa/800.avif 800w" sizes="(min-width: 40rem) 38rem, 100vw">';
  const WEBP =
    '<source type="image/webp" srcset="/media/aaaaaaaa/480.webp 480w" sizes="(min-width: 40rem) 38rem, 100vw">';

  test('a picture is offered in each format, with its size and words', () => {
    expect(figure({ mediaId: PICTURE.id })).toBe(
      `<figure class="figure"><picture>${AVIF}${WEBP}<img src="/media/aaaaaaaa/1200.jpg" width="1600" height="1000" alt="A &quot;river&quot;" loading="lazy" decoding="async"></picture></figure>`,
    );
    expect(figure({ mediaId: PICTURE.id, alt: '<Other>' })).toContain('alt="&lt;Other&gt;"');
    expect(figure({ mediaId: PICTURE.id, alt: 'Other', isDecorative: true })).toContain('alt=""');
  });

  test('a picture without modern or without plain formats shows what there is', () => {
    expect(figure({ mediaId: SMALL.id })).toBe(
      '<figure class="figure"><picture><source type="image/webp" srcset="/media/bbbbbbbb/90.webp 90w" sizes="(min-width: 40rem) 38rem, 100vw">' +
        '<img src="/media/bbbbbbbb/90.webp" width="1600" height="1000" alt="" loading="lazy" decoding="async"></picture></figure>',
    );
    expect(figure({ mediaId: BARE.id, caption: 'C' })).toBe(
      '<figure class="figure"><figcaption><span class="caption">C</span></figcaption></figure>',
    );
  });

  test('a picture in a feed is one file at an absolute address', () => {
    expect(figure({ mediaId: PICTURE.id, credit: 'D' }, 'https://lamp.example')).toBe(
      '<figure class="figure"><img src="https://lamp.example/media/aaaaaaaa/1200.jpg" width="1600" height="1000" alt="A &quot;river&quot;"><figcaption><span class="credit">D</span></figcaption></figure>',
    );
  });

  test('a missing picture leaves its words, and without words nothing', () => {
    expect(figure({ mediaId: 'zzzzzzzz' })).toBe('');
    expect(figure({ mediaId: 'zzzzzzzz', credit: 'D' })).toBe(
      '<figure class="figure"><figcaption><span class="credit">D</span></figcaption></figure>',
    );
  });

  test('pictures of a gallery have the width of their column, their focus, and wait for the lead', () => {
    const sizesOf = (count: number) => {
      const figures = Array.from({ length: count }, () => node('figure', [], { mediaId: SMALL.id }));
      return [...html(node('gallery', figures)).matchAll(/48rem\) (\d+)rem/g)].map(([, rem]) => Number(rem));
    };
    expect(sizesOf(2)).toEqual([23, 23]);
    expect(sizesOf(5)).toEqual([46, 23, 23, 23, 23]);
    expect(sizesOf(6)).toEqual([15, 15, 15, 15, 15, 15]);
    expect(sizesOf(7)).toEqual([46, 15, 15, 15, 15, 15, 15]);
    expect(sizesOf(8)).toEqual([23, 23, 15, 15, 15, 15, 15, 15]);
    const figures = [SMALL, OFF].map(({ id }) => node('figure', [], { mediaId: id }));
    const images = html(node('gallery', figures)).match(/<img [^<>]*>/g);
    expect(images?.[0]).toContain('alt="" fetchpriority="low"');
    expect(images?.[1]).toContain(
      'class="object-[var(--x)_var(--y)] [--x:20%] [--y:50%]" fetchpriority="low"',
    );
  });

  test('a gallery gives its number of pictures', () => {
    const gone = node('figure', [], { mediaId: 'zzzzzzzz' });
    expect(html(node('gallery', [gone, gone]))).toBe('<div class="gallery gallery-2"></div>');
    expect(html({ type: 'gallery' })).toBe('<div class="gallery gallery-0"></div>');
  });
});

describe('audio and video', () => {
  const player = (type: string, attrs: Record<string, unknown>, base?: string) =>
    html(node(type, [], attrs), 'en', base);

  test('audio plays from its one file, and links to it', () => {
    expect(player('audio', { mediaId: SOUND.id })).toBe(
      `<figure class="figure player"><audio controls preload="none" aria-label="${SAID.recording}" src="/media/dddddddd/a.mp3">` +
        `<a href="/media/dddddddd/a.mp3">${SAID.listen}</a></audio></figure>`,
    );
  });

  test('a video has its size, its poster and each of its files', () => {
    expect(player('video', { mediaId: FILM.id, poster: PICTURE.id, caption: 'C & D' })).toBe(
      '<figure class="figure player"><video controls preload="none" aria-label="C &amp; D" width="640" height="360" playsinline poster="/media/aaaaaaaa/1200.jpg">' +
        '<source src="/media/eeeeeeee/a.mp4" type="video/mp4"><source src="/media/eeeeeeee/b.mp4" type="video/mp4">' +
        `<a href="/media/eeeeeeee/a.mp4">${SAID.watch}</a></video>` +
        '<figcaption><span class="caption">C &amp; D</span></figcaption></figure>',
    );
    expect(player('video', { mediaId: FILM.id }, 'https://lamp.example')).toContain(
      'aria-label="The ferry" width="640" height="360" playsinline><source src="https://lamp.example/media/eeeeeeee/a.mp4"',
    );
  });

  test('a file of another kind is not played, and audio has no size and no poster', () => {
    expect(player('audio', { mediaId: FILM.id })).toBe('');
    expect(player('video', { mediaId: 'zzzzzzzz', credit: 'D' })).toBe(
      '<figure class="figure player"><figcaption><span class="credit">D</span></figcaption></figure>',
    );
    expect(player('audio', { mediaId: SOUND.id, poster: PICTURE.id })).not.toMatch(
      /poster|width|playsinline/,
    );
    const sizeless = { ...FILM, id: 'ffffffff', widthPx: 0, alt: '' };
    LIBRARY.set(sizeless.id, sizeless);
    expect(player('video', { mediaId: sizeless.id, poster: BARE.id })).toMatch(
      new RegExp(`aria-label="${SAID.film}" playsinline><source`),
    );
  });

  test('a transcript opens, with a paragraph for each of its paragraphs', () => {
    const said = (transcript: string) => player('audio', { mediaId: 'zzzzzzzz', transcript });
    expect(said('One <i>\nline.\n \nTwo.\n\n\n')).toBe(
      `<figure class="figure player"><details class="transcript"><summary>${SAID.transcript}</summary>` +
        '<p>One &lt;i&gt;<br>line.</p><p>Two.</p></details></figure>',
    );
    expect(said(' \n ')).toBe('');
  });
});
