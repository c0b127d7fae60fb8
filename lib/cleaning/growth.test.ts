import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { growthOf, MOST_GROWTH } from '@/tools/testing/growth';
import { readPasted } from './read-pasted';

const SIZE = 2000;
/** At fewer elements, quadratic work is hidden behind the rest. */
const MANY = 4000;
/** Long enough to be read as markdown, short enough not to count. */
const MARKDOWN = '# x\n';

type Make = (size: number) => string;
const repeated = (part: string) => (size: number) => part.repeat(size);
const each = (make: (index: number) => string) => (size: number) =>
  Array.from({ length: size }, (_, index) => make(index)).join('');

const TEXTS: Record<string, Make> = {
  'openings of tags': repeated('<a'),
  'spaces in a line': (size) => `a${' '.repeat(size * 10)}b\nc`,
  lines: repeated('word word\n'),
  'blank lines': (size) => `a${'\n'.repeat(size)}b`,
  digits: repeated('1234567890'),
  dots: repeated('. . .'),
  'Khmer without spaces': repeated('ភាសាខ្មែរ'),
  bullets: repeated('- a\n'),
  'bullets at every depth': each((index) => `${' '.repeat(index % 40)}- a\n`),
  'quotation signs': repeated('> '),
  advertisements: repeated('a. Advertisement '),
  credits: repeated('a © '),
  'shortcodes without end': (size) => `<!-- wp:p -->${'[caption '.repeat(size)}`,
  'captions without end': (size) => `<!-- wp:p -->${'[caption]<img'.repeat(size)}`,
  stars: (size) => MARKDOWN + '*'.repeat(size),
  'open emphasis': (size) => MARKDOWN + '**a '.repeat(size),
  brackets: (size) => MARKDOWN + '['.repeat(size),
  'open links': (size) => MARKDOWN + '[a]('.repeat(size),
  backticks: (size) => MARKDOWN + '`a``'.repeat(size / 5),
  'nested quotations': (size) => `${MARKDOWN}${'>'.repeat(size)} a`,
  'nested lists': (size) => `${MARKDOWN}${'- '.repeat(size)}a`,
  'line breaks': (size) => MARKDOWN + 'a  \n'.repeat(size),
  notes: (size) => MARKDOWN + each((index) => `a[^${index}]\n\n[^${index}]: note\n\n`)(size / 10),
  'a wide table': (size) => `${MARKDOWN}${'|'.repeat(size)}\n${'|-'.repeat(size)}|\n${'|a'.repeat(size)}`,
};

const MARKUP: Record<string, Make> = {
  'openings of tags': repeated('<a'),
  paragraphs: repeated('<p>word word</p>'),
  breaks: repeated('<br>'),
  'nested blocks': (size) => `${'<div>'.repeat(size)}x${'</div>'.repeat(size)}`,
  'nested lists': (size) => `${'<ul><li>'.repeat(size)}x${'</li></ul>'.repeat(size)}`,
  'nested tables': (size) => `${'<table><tr><td>'.repeat(size)}x${'</td></tr></table>'.repeat(size)}`,
  'open formatting': repeated('<b><p>a'),
  lists: repeated('<ul><li>a</li></ul>'),
  'items of Word': repeated('<p style="mso-list:l0 level1"><span style="mso-list:Ignore">1. </span>a</p>'),
  'nested class names': (size) =>
    `${'<div class="ad">'.repeat(200)}${'aaaa '.repeat(size)}${'</div>'.repeat(200)}`,
  trackers: (size) => `<a href="http://a.b/?${each((index) => `utm_${index}=1&`)(size)}">a</a>`,
  'redirects in redirects': (size) => `<a href="${'https://www.google.com/url?q='.repeat(size)}">a</a>`,
  'style of Word': (size) => `<p style="${'mso-a:b;'.repeat(size)}">a</p>`,
  comments: repeated('<!-- a -->'),
};

/** Many elements in one place. */
const CROWDED: Record<string, Make> = {
  spans: repeated('<span>a</span>'),
  'styled spans': repeated('<span style="font-weight:bold">a</span>'),
  'lines in one paragraph': repeated('a<br>'),
  'pictures in one paragraph': (size) => `<p>${'a <img src="http://a.b/c.jpg">'.repeat(size / 5)}</p>`,
  'notes in one list': (size) => {
    const some = size / 5;
    const references = each((index) => `<a href="#n${index}" id="r${index}">1</a>`)(some);
    return `${references}<ol>${each((index) => `<li id="n${index}">note <a href="#r${index}">^</a></li>`)(some)}</ol>`;
  },
};

function parse(html: string): HTMLElement {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document
    .body as unknown as HTMLElement;
}

describe('the work of a paste grows with its length and not faster', () => {
  test.each(Object.entries(TEXTS))('text: %s', async (_name, make) => {
    const paste = (size: number) => readPasted({ html: '', text: make(size), isAsText: false }, parse);
    expect(await growthOf(paste, SIZE)).toBeLessThan(MOST_GROWTH);
  });

  test.each(Object.entries(MARKUP))('markup: %s', async (_name, make) => {
    const paste = (size: number) => readPasted({ html: make(size), text: 'x', isAsText: false }, parse);
    expect(await growthOf(paste, SIZE / 2)).toBeLessThan(MOST_GROWTH);
  });

  test.each(Object.entries(CROWDED))('in one place: %s', async (_name, make) => {
    const paste = (size: number) => readPasted({ html: make(size), text: 'x', isAsText: false }, parse);
    expect(await growthOf(paste, MANY)).toBeLessThan(MOST_GROWTH);
  });
});

describe('what is too much', () => {
  const read = (html: string, text: string) => readPasted({ html, text, isAsText: false }, parse);

  test.each([
    ['tags', '<i>a</i>'.repeat(50_001)],
    ['nested tags', '<div>'.repeat(1001)],
    ['nested elements', `${'<div>'.repeat(251)}a${'</div>'.repeat(251)}`],
    ['nested quotations', `${'<blockquote>'.repeat(31)}a`],
    ['characters', `<p title="${'a'.repeat(30_000_000)}">a</p>`],
  ])('of formatting with too many %s, the words stay', async (_name, html) => {
    const { html: clean, report } = await read(html, 'the words');
    expect([clean, report.excess, report.source]).toEqual(['<p>the words</p>', 'formatting', 'text']);
  });

  test('without a text, the words are those of the markup', async () => {
    expect(await read(`${'<blockquote>'.repeat(31)}a`, '')).toMatchObject({ html: '<p>a</p>' });
  });

  test('nested markdown is text, and nested lists and quotations stay within the depth of a post', async () => {
    const nested = `# x\n${'> '.repeat(100)}a`;
    expect((await read('', nested)).report).toMatchObject({ excess: 'formatting', source: 'text' });
    const steps = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n');
    const cleaned = await read('', steps);
    expect([cleaned.isTooDeep, cleaned.report.kept.listItems]).toEqual([false, 100]);
    expect((await read('', `${'> '.repeat(100)}a`)).report).toMatchObject({ excess: null });
  });

  test.each([
    ['characters', 'a '.repeat(500_001)],
    ['lines', 'a\n'.repeat(20_001)],
  ])('of a text with too many %s, nothing stays', async (_name, text) => {
    const { html, report } = await read('', text);
    expect([html, report.excess]).toEqual(['', 'text']);
  });

  test('a long text and rich markup are taken whole', async () => {
    expect((await read('', 'word '.repeat(150_000))).report.excess).toBeNull();
    const rich = await read('<p>a <b>b</b></p>'.repeat(10_000), '');
    expect([rich.report.excess, rich.report.kept.paragraphs]).toEqual([null, 10_000]);
  });
});
