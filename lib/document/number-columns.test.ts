import { expect, test } from 'vitest';
import { renderBodyHtml } from './html';
import type { BodyNode } from './types';

const cell = (text: string, type = 'tableCell', attrs = {}): BodyNode => ({
  type,
  attrs,
  content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }],
});
const head = (text: string) => cell(text, 'tableHeader');
const row = (...content: BodyNode[]): BodyNode => ({ type: 'tableRow', content });

/** Which cells of a table are aligned as numbers. */
function numbersIn(...rows: BodyNode[]): string[] {
  const html = renderBodyHtml(
    { type: 'doc', content: [{ type: 'table', content: rows }] },
    { media: new Map(), language: 'km' },
  );
  return Array.from(html.matchAll(/ class="number">([^<]*)</g), ([, text = '']) => text);
}

test('a column of numbers is aligned with its head; one with words is not', () => {
  expect(
    numbersIn(
      row(head('Province'), head('Rice, t'), head('Change'), head('Note')),
      row(cell('Takeo'), cell('1,200.5'), cell('−3 %'), cell('12')),
      row(cell('Kampot'), cell('900'), cell('–'), cell('estimated')),
    ),
  ).toEqual(['Rice, t', 'Change', '1,200.5', '−3 %', '900', '–']);
});

test.each(['12', '-3.5', '$3', '3 $', '៛៤០០០', '១២ ០០០ ៛', '12 km', '37 °C', '1’200', '≈ 5'])(
  '%s is a number',
  (text) => expect(numbersIn(row(cell('a'), cell(text)))).toEqual([text]),
);

test.each(['', '–', '12 metres', 'a 12', '12–', '12 of 15', '1'.repeat(41)])('%s is not', (text) =>
  expect(numbersIn(row(cell('a'), cell(text)))).toEqual([]),
);

test('numbers in the first column name their rows', () => {
  expect(numbersIn(row(cell('2024'), cell('5')), row(cell('2025'), cell('6')))).toEqual(['5', '6']);
});

test('cells that span rows and columns move those after them', () => {
  expect(
    numbersIn(
      row(cell('a', 'tableCell', { rowspan: 2 }), cell('word'), cell('1')),
      row(cell('word'), cell('2')),
      row(cell('total', 'tableCell', { colspan: 2 }), cell('3')),
    ),
  ).toEqual(['1', '2', '3']);
});
