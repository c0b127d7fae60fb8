import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { moved } from './block-at';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (...items: string[]) => ({
  type: 'bulletList',
  content: items.map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
});

/** Returns the words in order after the block that contains `word` was moved, and the word at the caret. */
function afterMoving(word: string, step: -1 | 1, ...content: object[]): string[] | null {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content });
  let at = 0;
  doc.descendants((node, position) => {
    if (node.isText && node.text === word) at = position + 1;
  });
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, at) });
  const transaction = moved(state, step);
  if (!transaction) return null;
  transaction.doc.check();
  expect(transaction.selection.$from.parent.textContent).toBe(word);
  const words: string[] = [];
  transaction.doc.descendants((node) => {
    if (node.isText) words.push(node.text ?? '');
  });
  return words;
}

test('a paragraph moves past its neighbour together with the caret', () => {
  expect(afterMoving('two', -1, paragraph('one'), paragraph('two'))).toEqual(['two', 'one']);
  expect(afterMoving('one', 1, paragraph('one'), list('a', 'b'))).toEqual(['a', 'b', 'one']);
});

test('an item moves within its list; at the end of the list the whole list moves', () => {
  expect(afterMoving('b', -1, paragraph('one'), list('a', 'b'))).toEqual(['one', 'b', 'a']);
  expect(afterMoving('a', -1, paragraph('one'), list('a', 'b'))).toEqual(['a', 'b', 'one']);
});

test('moving a block from within a cell moves the whole table', () => {
  const cell = (text: string) => ({ type: 'tableCell', content: [paragraph(text)] });
  const table = { type: 'table', content: [{ type: 'tableRow', content: [cell('x'), cell('y')] }] };
  expect(afterMoving('y', -1, paragraph('one'), table)).toEqual(['x', 'y', 'one']);
});

test('at the end of the text nothing moves', () => {
  expect(afterMoving('one', -1, paragraph('one'), paragraph('two'))).toBeNull();
});
