import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyNode } from '@/lib/document/types';
import { emptyWriting } from '@/lib/posts/fields';
import type { Writing } from '@/lib/posts/types';
import { bodyOf } from '@/tools/testing/factories';
import { compareWritings, countChanges } from './compare-writings';
import { chooseAll, mergeWritings, suggestChoices, unresolvedRows } from './merge-writings';
import type { Piece, Row } from './types';

const names = { topic: (id: number) => `Topic ${id}` };
const compare = (left: Writing, right: Writing) => compareWritings(left, right, names);
const write = (text: string, others: Partial<Writing> = {}): Writing => ({
  ...emptyWriting(),
  body: bodyOf(text),
  ...others,
});
const withBody = (...content: BodyNode[]): Writing => ({
  ...emptyWriting(),
  body: { type: 'doc', content },
});
const bodyRows = (left: Writing, right: Writing) =>
  compare(left, right).rows.filter((row) => row.place === 'body');
/** Returns pieces as one string: `-removed-`, `+added+`. */
const shown = (pieces: Piece[]) =>
  pieces
    .map(({ text, change }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[change])
    .join('');
const marked = (rows: Row[]) => rows.map((row) => row.lines.map(({ pieces }) => shown(pieces)).join(' / '));
const words = (text: string) => ({ type: 'text', text });
const paragraph = (...content: BodyNode[]): BodyNode => ({ type: 'paragraph', content });

describe('comparing two texts', () => {
  test('marks the words that differ within a paragraph, and nothing else', () => {
    const rows = bodyRows(
      write('The town needs a bridge.\nIt has a road.'),
      write('The town wants a bridge.\nIt has a road.'),
    );
    expect(rows.map((row) => row.change)).toEqual(['changed', 'same']);
    expect(marked(rows)).toEqual(['The town -needs-+wants+ a bridge.', 'It has a road.']);
  });

  test('pairs a paragraph with what it became, past new ones', () => {
    const left = write('One about the river and its boats.\nTwo about the school by the river.');
    const right = write(
      'A new beginning altogether.\nOne about the river and its big boats.\nTwo about the school by the river.',
    );
    expect(bodyRows(left, right).map((row) => row.change)).toEqual(['added', 'changed', 'same']);
  });

  test('joins changes that are separated only by a space', () => {
    const [row] = bodyRows(
      write('Build the old wooden bridge again this year.'),
      write('Build the new iron bridge again this year.'),
    );
    expect(marked([row as Row])).toEqual(['Build the -old wooden-+new iron+ bridge again this year.']);
  });

  test('marks whole Khmer words, although no spaces separate them', () => {
    const [row] = bodyRows(write('សេរីភាពជាសិទ្ធិរបស់យើង។'), write('សេរីភាពជាកាតព្វកិច្ចរបស់យើង។'));
    expect(marked([row as Row])).toEqual(['សេរីភាពជា-សិទ្ធិ-+កាតព្វកិច្ច+របស់យើង។']);
  });

  test('distinguishes words with changed formatting from unchanged words', () => {
    const left = withBody(paragraph(words('A plain word')));
    const right = withBody(
      paragraph(words('A '), { ...words('plain'), marks: [{ type: 'bold' }] }, words(' word')),
    );
    const [row] = bodyRows(left, right);
    expect(marked([row as Row])).toEqual(['A -plain-+plain+ word']);
  });

  test('marks a block that was moved', () => {
    const rows = bodyRows(
      write('First words.\nSecond thought.\nThird point.'),
      write('Second thought.\nThird point.\nFirst words.'),
    );
    expect(rows.map((row) => [row.change, row.isMoved])).toEqual([
      ['removed', true],
      ['same', false],
      ['same', false],
      ['added', true],
    ]);
  });

  test('shows words of notes, cells, captions and items in place', () => {
    const item = (text: string) => ({ type: 'listItem', content: [paragraph(words(text))] });
    const cell = (text: string) => ({ type: 'tableCell', attrs: {}, content: [paragraph(words(text))] });
    const text = (note: string, last: string, figure: string, third: string) =>
      withBody(
        paragraph(words('So they said'), { type: 'footnote', attrs: { text: note } }),
        { type: 'bulletList', content: [item('Water comes first'), item(last)] },
        { type: 'table', content: [{ type: 'tableRow', content: [cell('Rice'), cell(figure)] }] },
        {
          type: 'figure',
          attrs: { mediaId: 'a1b2c3d4', alt: '', caption: third, credit: '', isWide: false },
        },
      );
    const rows = bodyRows(
      text('In 2022, page 4', 'Roads come last', '12 tonnes', 'The Mekong'),
      text('In 2022, page 5', 'Roads come later', '15 tonnes', 'Low water'),
    );
    expect(marked(rows)).toEqual([
      'So they saidIn 2022, page -4-+5+',
      'Water comes first / Roads come -last-+later+',
      'Rice-12-+15+ tonnes',
      ' / -The Mekong- / +Low water+',
    ]);
    expect(rows[3]?.lines[0]?.left?.mediaId).toBe('a1b2c3d4');
    expect(rows[1]?.lines[0]?.left).toMatchObject({ marker: '•', within: ['bulletList'] });
  });

  test('compares the other fields, topics by their names', () => {
    const rows = compare(
      write('x', { headline: 'A bridge', topicIds: [1], leadMediaId: 'one' }),
      write('x', { headline: 'A bridge', topicIds: [1, 2], leadMediaId: null }),
    ).rows;
    expect(rows.map(({ place, change }) => [place, change])).toEqual([
      ['headline', 'same'],
      ['leadMediaId', 'changed'],
      ['body', 'same'],
      ['topicIds', 'changed'],
    ]);
    expect(marked(rows).at(-1)).toBe('Topic 1 / +Topic 2+');
  });

  test('finds differences that no line shows', () => {
    const code = (language: string) =>
      withBody({ type: 'codeBlock', attrs: { language }, content: [words('x = 1')] });
    expect(countChanges(compare(code('py'), code('js')))).toBe(1);
  });
});

const block: fc.Arbitrary<BodyNode> = fc.oneof(
  fc.string({ maxLength: 30 }).map((text) => paragraph(...(text ? [words(text)] : []))),
  fc.constantFrom('One', 'Two words', 'Three words here').map((text) => paragraph(words(text))),
  fc.record({
    type: fc.constant('figure'),
    attrs: fc.record({ mediaId: fc.constantFrom('a', 'b'), caption: fc.string() }),
  }),
  fc.constant({ type: 'horizontalRule' }),
  fc.record({
    type: fc.constant('heading'),
    attrs: fc.record({ level: fc.constantFrom(2, 3) }),
    content: fc.constantFrom('Two words', 'Else').map((text) => [words(text)]),
  }),
);
const writing: fc.Arbitrary<Writing> = fc.record({
  headline: fc.string(),
  standfirst: fc.string(),
  body: fc
    .array(block, { minLength: 1, maxLength: 12 })
    .map((content) => ({ type: 'doc' as const, content })),
  byline: fc.array(fc.record({ authorId: fc.integer(), name: fc.string() }), { maxLength: 2 }),
  topicIds: fc.array(fc.integer({ max: 3 }), { maxLength: 3 }),
  leadMediaId: fc.constantFrom(null, 'a', 'b'),
  leadWords: fc.record({ alt: fc.string(), caption: fc.string(), credit: fc.string() }),
  source: fc.constant(null),
  seoTitle: fc.string(),
  seoDescription: fc.string(),
});

describe('merging two texts', () => {
  test('choosing all of one side gives that side', () => {
    fc.assert(
      fc.property(writing, writing, (left, right) => {
        const comparison = compare(left, right);
        expect(mergeWritings(comparison, chooseAll(comparison, 'left'))).toEqual(left);
        expect(mergeWritings(comparison, chooseAll(comparison, 'right'))).toEqual(right);
      }),
    );
  });

  test('a text is equal to itself and needs no choice', () => {
    fc.assert(
      fc.property(writing, (text) => {
        const comparison = compare(text, structuredClone(text));
        expect(countChanges(comparison)).toBe(0);
        expect(unresolvedRows(comparison, new Map())).toEqual([]);
      }),
    );
  });

  test('every word of both sides is shown in its order', () => {
    fc.assert(
      fc.property(writing, writing, (left, right) => {
        for (const [side, other] of [
          ['left', 'added'],
          ['right', 'removed'],
        ] as const) {
          for (const row of compare(left, right).rows) {
            for (const pair of row.lines) {
              const said = pair.pieces.filter(({ change }) => change !== other).map(({ text }) => text);
              expect(said.join('')).toBe((pair[side]?.tokens ?? []).map(({ text }) => text).join(''));
            }
          }
        }
      }),
    );
  });

  test('the suggested choices lose no block that only one side has', () => {
    const left = write('Common ground.\nOnly the left says this.');
    const right = write('A right beginning here.\nCommon ground.');
    const comparison = compare(left, right);
    const choices = suggestChoices(comparison);
    expect(unresolvedRows(comparison, choices)).toEqual([]);
    expect(mergeWritings(comparison, choices).body).toEqual(
      bodyOf('A right beginning here.\nCommon ground.\nOnly the left says this.'),
    );
  });

  test('choosing both takes the left version of a paragraph first', () => {
    const comparison = compare(write('The old bridge is good.'), write('The new bridge is good.'));
    expect(mergeWritings(comparison, chooseAll(comparison, 'both')).body).toEqual(
      bodyOf('The old bridge is good.\nThe new bridge is good.'),
    );
  });

  test('with a common base, only what both sides changed needs a decision', () => {
    const base = write(
      'First paragraph stays long.\nSecond paragraph is here.\nThird paragraph goes.\nFourth one.',
      {
        headline: 'Headline',
      },
    );
    const left = write(
      'First paragraph stays longer.\nSecond paragraph is here.\nThird paragraph goes.\nFourth left one.',
      { headline: 'Headline of the left' },
    );
    const right = write('First paragraph stays long.\nSecond paragraph is there.\nFourth right one.', {
      headline: 'Headline',
    });
    const comparison = compare(left, right);
    const choices = suggestChoices(comparison, base);
    expect(unresolvedRows(comparison, choices).map((row) => marked([row])[0])).toEqual([
      'Fourth -left-+right+ one.',
    ]);
    const merged = mergeWritings(comparison, choices);
    expect(merged.headline).toBe('Headline of the left');
    expect(merged.body).toEqual(
      bodyOf('First paragraph stays longer.\nSecond paragraph is there.\nFourth right one.'),
    );
  });
});
