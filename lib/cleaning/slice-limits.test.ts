import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isSliceExcessive } from './limits';

const parse = (html: string): HTMLElement => parseHTML(`<html><body>${html}</body></html>`).document.body;
const slice = (html: string, context = '[]') => `<p data-pm-slice='1 1 ${context}'>a</p>${html}`;
const nested = (depth: number, name: string) => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);
const blocks = (count: number) => JSON.stringify(Array(count).fill(['blockquote', null]).flat());

test.each([
  ['too many tags', slice('<p>a</p>'.repeat(60_000))],
  ['openings without end', slice('<b>'.repeat(2000))],
  ['markup that is too deep', slice(nested(300, 'span'))],
  ['blocks that are too deep', slice(nested(40, 'blockquote'))],
  ['a place inside too many blocks', slice('', blocks(31))],
])('what calls itself a part of a text is over the limits with %s', (_what, html) => {
  expect(isSliceExcessive(html, parse)).toBe(true);
});

test('a long part of a text with lists and quotations is within the limits', () => {
  const list = '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>';
  expect(isSliceExcessive(slice(list.repeat(2000), blocks(10)), parse)).toBe(false);
});
