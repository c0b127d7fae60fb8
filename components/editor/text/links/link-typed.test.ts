import { Node } from '@tiptap/pm/model';
import { EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { linkTyped } from './link-typed';

const { link } = documentSchema.marks;

/** Returns a text whose last line is `words`, with the caret at its end, after `act`. */
function after(words: string, act: (tr: Transaction) => Transaction, type = 'paragraph'): Node {
  if (!link) throw new Error('The schema has no links.');
  const line = { type, content: [{ type: 'text', text: words }] };
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content: [line] });
  const state = EditorState.create({ doc, selection: Selection.atEnd(doc), plugins: [linkTyped(link)] });
  return state.apply(act(state.tr)).doc;
}

const linksIn = (doc: Node) => {
  const links: [string, string][] = [];
  doc.descendants((node) => {
    const mark = node.marks.find(({ type }) => type.name === 'link');
    if (mark) links.push([node.text ?? '', String(mark.attrs.href)]);
  });
  return links;
};

test('a space after an address links it, without the comma', () => {
  const doc = after('See www.example.org/a,', (tr) => tr.insertText(' '));
  expect(linksIn(doc)).toEqual([['www.example.org/a', 'https://www.example.org/a']]);
});

test('Enter after an address links it', () => {
  const doc = after('https://example.org', (tr) => tr.split(tr.selection.from));
  expect(linksIn(doc)).toEqual([['https://example.org', 'https://example.org']]);
});

test('an address is not linked while it is typed', () => {
  expect(linksIn(after('See example.org', (tr) => tr.insertText('/')))).toEqual([]);
});

test('code stays code', () => {
  expect(linksIn(after('example.org', (tr) => tr.insertText(' '), 'codeBlock'))).toEqual([]);
});

test('text inserted as a whole, such as a paste, is not linked', () => {
  expect(linksIn(after('See ', (tr) => tr.insertText('example.org ')))).toEqual([]);
});
