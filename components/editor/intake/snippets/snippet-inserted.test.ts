import { Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { parseBody } from '@/lib/document/parse';
import { documentSchema } from '@/lib/document/schema';
import { plainText, snippetInserted } from './snippet-inserted';

const text = (words: string, ...marks: object[]) => ({ type: 'text', text: words, marks });
const p = (...content: object[]) => ({ type: 'paragraph', content });
const words = (line: string) => p(text(line));
const heading = (line: string) => ({ type: 'heading', attrs: { level: 2 }, content: [text(line)] });
const list = (...items: object[]) => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [item] })),
});
const figure = { type: 'figure', attrs: { mediaId: 'abcdefgh12345678' } };
const table = (cell: object) => ({
  type: 'table',
  content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [cell] }] }],
});
const document = (...content: object[]) => Node.fromJSON(documentSchema, { type: 'doc', content });

/** Returns a state with the caret in place of the first `|` of the text, or the selection between two. */
function stateOf(doc: Node): EditorState {
  const bars: number[] = [];
  doc.descendants((node, position) => {
    for (const { index } of (node.text ?? '').matchAll(/\|/g)) bars.push(position + index);
  });
  const state = EditorState.create({ doc });
  const { tr } = state;
  for (const bar of bars.toReversed()) tr.delete(bar, bar + 1);
  const [from = 0, second = from + 1] = bars;
  tr.setSelection(TextSelection.create(tr.doc, from, second - 1));
  return state.apply(tr);
}

/** Returns the document after a snippet was inserted, as short text: `p(…)`, `heading(…)`. */
function inserted(content: object[], snippet: object[], select = stateOf): string {
  const { doc } = snippetInserted(select(document(...content)), document(...snippet));
  doc.check();
  expect(() => parseBody(doc.toJSON())).not.toThrow();
  return short(doc);
}

function short(node: Node): string {
  if (node.isText) return node.marks.length ? `${node.text}^${node.marks[0]?.type.name}` : (node.text ?? '');
  const inside: string[] = [];
  node.forEach((child) => {
    inside.push(short(child));
  });
  return node.type.name === 'doc' ? inside.join(' ') : `${node.type.name}(${inside.join(' ')})`;
}

describe('words', () => {
  test('go into the line, and replace what is selected', () => {
    expect(inserted([words('Dear | friend')], [words('old')])).toBe('paragraph(Dear old friend)');
    expect(inserted([words('Dear |new| friend')], [words('old')])).toBe('paragraph(Dear old friend)');
  });

  test('keep a heading a heading, and an item an item', () => {
    expect(inserted([heading('On |')], [words('rivers')])).toBe('heading(On rivers)');
    expect(inserted([list(words('a|'))], [words('b')])).toBe('bulletList(listItem(paragraph(ab)))');
  });

  test('become a part of the link around them', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org' } };
    expect(inserted([p(text('one| two', link))], [words(' more')])).toBe('paragraph(one more two^link)');
  });

  test('lose their marks in code', () => {
    const code = { type: 'codeBlock', content: [text('x = |')] };
    expect(inserted([code], [p(text('y', { type: 'bold' }))])).toBe('codeBlock(x = y)');
  });

  test('go after a selected picture, which stays', () => {
    const select = (doc: Node) => {
      const state = EditorState.create({ doc });
      return state.apply(state.tr.setSelection(NodeSelection.create(doc, 0)));
    };
    expect(inserted([figure, words('end')], [words('new')], select)).toBe(
      'figure() paragraph(new) paragraph(end)',
    );
  });
});

describe('blocks', () => {
  const blocks = [heading('About'), words('Yours')];
  test.each([
    ['replace an empty line', '|', 'heading(About) paragraph(Yours)'],
    ['go before a line', '|end', 'heading(About) paragraph(Yours) paragraph(end)'],
    ['go after a line', 'begin|', 'paragraph(begin) heading(About) paragraph(Yours)'],
    ['split a line', 'be|gin', 'paragraph(be) heading(About) paragraph(Yours) paragraph(gin)'],
  ])('%s', (_what, line, expected) => {
    expect(inserted([words(line)], blocks)).toBe(expected);
  });

  test('that an item cannot begin with go after its words', () => {
    expect(inserted([list(words('|'))], [figure])).toBe('bulletList(listItem(paragraph() figure()))');
  });

  test('go after a box that cannot hold them', () => {
    const box = { type: 'callout', attrs: { kind: 'note' }, content: [words('be|gin')] };
    expect(inserted([box, words('end')], [figure])).toBe('callout(paragraph(begin)) figure() paragraph(end)');
  });

  test('stay within the cell of a table, but no table does', () => {
    expect(inserted([table(words('a|'))], blocks)).toBe(
      'table(tableRow(tableCell(paragraph(a) heading(About) paragraph(Yours))))',
    );
    expect(inserted([table(words('a|')), words('end')], [table(words('b'))])).toBe(
      'table(tableRow(tableCell(paragraph(a)))) table(tableRow(tableCell(paragraph(b)))) paragraph(end)',
    );
  });

  test('that are the items of a list join the list around them', () => {
    const two = [list(words('x'), words('y'))];
    const item = (line: string) => `listItem(paragraph(${line}))`;
    expect(inserted([list(words('a|'), words('b'))], two)).toBe(
      `bulletList(${item('a')} ${item('x')} ${item('y')} ${item('b')})`,
    );
    expect(inserted([list(words('a'), words('|'))], two)).toBe(
      `bulletList(${item('a')} ${item('x')} ${item('y')})`,
    );
  });

  test('are plain lines in code', () => {
    const code = { type: 'codeBlock', content: [text('|')] };
    expect(inserted([code], blocks)).toBe('codeBlock(About\nYours)');
  });
});

test('a field gets the plain words, line by line', () => {
  const line = p(text('bold', { type: 'bold' }), { type: 'hardBreak' }, text('next'));
  expect(plainText(document(heading('About'), line))).toBe('About\nbold\nnext');
});
