import { expect, test } from 'vitest';
import type { BodyNode } from '@/lib/document/types';
import type { LivePost } from '@/lib/posts/types';
import { buildLivePost } from '@/tools/testing/live-post';
import { citationsOf } from './citations';
import { canonicalLine, isRepublishable, republishedHtml, republishedText } from './republished';

const publisher = { siteName: 'The Lamp & Co', siteUrl: 'https://lamp.example' };
const dates = { timeZone: 'Asia/Phnom_Penh' };
const licence = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };
const source = {
  publication: 'The Reed',
  url: 'https://reed.example/a',
  authors: ['Ann'],
  publishedOn: '2025-11-02',
  agency: '',
  rights: '',
};

const text = (words: string): BodyNode => ({ type: 'text', text: words });
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });
const body: LivePost['body'] = {
  type: 'doc',
  content: [
    { type: 'pullQuote', content: [text('Said twice.')] },
    { type: 'figure', attrs: { mediaId: 'a', alt: '', caption: 'A boat.', credit: 'Nita' } },
    paragraph(
      text('See '),
      { type: 'text', text: 'this', marks: [{ type: 'link', attrs: { href: '/other' } }] },
      { type: 'footnote', attrs: { text: 'Eleven.' } },
    ),
    { type: 'blockquote', content: [paragraph(text('<b> & more'))] },
  ],
};
const post = buildLivePost({ body, headline: 'Who owns the river?' });

test('the HTML has byline, words, link back and licence, absolute addresses, and nothing of our looks', () => {
  const html = republishedHtml(post, { publisher, licence, dates });
  expect(html).toContain('<h1>Who owns the river?</h1>\n<p><em>Courts &lt; parliaments &amp; kings</em></p>');
  expect(html).toContain('<p>By Sok Dara and A &amp; B, The Lamp &amp; Co</p>');
  expect(html).toContain('<a href="https://lamp.example/other">this</a>');
  expect(html).toContain('<p>&lt;b&gt; &amp; more</p>');
  expect(html).toContain(
    'First published by <a href="https://lamp.example">The Lamp &amp; Co</a>, 2 January 2026. Original: ' +
      '<a href="https://lamp.example/a-case">https://lamp.example/a-case</a> ' +
      `Republished under the licence <a href="${licence.url}">CC BY 4.0</a>.`,
  );
  expect(html).not.toMatch(/class=|style=|<img|A boat|Said twice/);
});

test('notes link within the text, wherever it is published', () => {
  const html = republishedHtml(post, { publisher, licence, dates });
  expect(html).toContain('<a href="#fn-1" id="fnref-1">1</a>');
  expect(html).toContain('<li id="fn-1">Eleven. <a href="#fnref-1"');
});

test('the plain text says the same without a tag', () => {
  const plain = republishedText(post, { publisher, licence: null, dates });
  expect(plain.split('\n\n')).toEqual([
    'Who owns the river?',
    'Courts < parliaments & kings',
    'By Sok Dara and A & B, The Lamp & Co',
    'See this',
    '<b> & more',
    'Eleven.',
    'First published by The Lamp & Co (https://lamp.example), 2 January 2026. Original: https://lamp.example/a-case ' +
      'Republished with the permission of The Lamp & Co.',
  ]);
});

test('the line for the head names the original', () => {
  expect(canonicalLine({ slug: 'ខ' }, publisher)).toBe(
    `<link rel="canonical" href="https://lamp.example/${encodeURIComponent('ខ')}">`,
  );
});

test('a public licence lets others publish our own pieces; the setting of a post decides otherwise', () => {
  const may = (overrides: Partial<LivePost>, under: typeof licence | null = licence) =>
    isRepublishable(buildLivePost(overrides), under);
  expect([may({}), may({}, null), may({ source })]).toEqual([true, false, false]);
  expect(may({ republishing: 'no' })).toBe(false);
  expect([may({ republishing: 'yes' }, null), may({ republishing: 'yes', source })]).toEqual([true, true]);
});

const cited = (overrides: Partial<LivePost>) =>
  citationsOf(buildLivePost({ headline: 'A case', ...overrides }), publisher, dates).map(
    ({ style, parts }) =>
      `${style}: ${parts.map((part) => (part.isTitle ? `_${part.text}_` : part.text)).join('')}`,
  );

test('a post is cited in three styles, with names as printed', () => {
  expect(cited({})).toEqual([
    'APA: Sok Dara, & A & B. (2026, January 2). _A case_. The Lamp & Co. https://lamp.example/a-case',
    'MLA: Sok Dara, and A & B. “A case.” _The Lamp & Co_, 2 January 2026, lamp.example/a-case.',
    'Chicago: Sok Dara and A & B. “A case.” _The Lamp & Co_, January 2, 2026. https://lamp.example/a-case.',
  ]);
});

test('without an author the headline comes first; a question keeps its mark; the day is that of the publication', () => {
  expect(cited({ byline: [], headline: 'Why?', publishedAt: Date.UTC(2026, 0, 2, 20) })).toEqual([
    'APA: _Why?_ (2026, January 3). The Lamp & Co. https://lamp.example/a-case',
    'MLA: “Why?” _The Lamp & Co_, 3 January 2026, lamp.example/a-case.',
    'Chicago: “Why?” _The Lamp & Co_, January 3, 2026. https://lamp.example/a-case.',
  ]);
});

test('a republished post is cited by its original, with the date as exact as it is known', () => {
  expect(cited({ byline: [], source })[0]).toBe(
    'APA: Ann. (2025, November 2). _A case_. The Reed. https://reed.example/a',
  );
  expect(cited({ byline: [], source: { ...source, publishedOn: '2025?' } })[2]).toBe(
    'Chicago: Ann. “A case.” _The Reed_, 2025?. https://reed.example/a.',
  );
});
