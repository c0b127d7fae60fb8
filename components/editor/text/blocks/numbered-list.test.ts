import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { numberedListAt, renumbered } from './numbered-list';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const item = (...content: object[]) => ({ type: 'listItem', content });
const list = (type: string, ...content: object[]) => ({ type, content });

/** Returns a text with the caret in the paragraph with these words. */
function caretIn(words: string, ...content: object[]): EditorState {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content });
  let at = 0;
  doc.descendants((node, position) => {
    if (node.text === words) at = position;
  });
  return EditorState.create({ doc, selection: TextSelection.create(doc, at) });
}

test('the list at the caret counts in another way, and the one around it does not change', () => {
  const inner = list('orderedList', item(paragraph('inner')));
  const state = caretIn('inner', list('orderedList', item(paragraph('outer'), inner)));
  const changed = state.apply(renumbered(state, { type: 'khmer-letters', start: 3 }));
  expect(numberedListAt(changed)).toMatchObject({ type: 'khmer-letters', start: 3, reversed: false });
  expect(changed.doc.firstChild?.attrs).toMatchObject({ type: null, start: 1 });
  expect(changed.selection.$from.parent.textContent).toBe('inner');
});

test('bullets in a numbered list, and other text, have no numbers', () => {
  const bullets = list('bulletList', item(paragraph('bullet')));
  const numbered = list('orderedList', item(paragraph('outer'), bullets));
  for (const state of [caretIn('bullet', numbered), caretIn('text', paragraph('text'))]) {
    expect(numberedListAt(state)).toBeNull();
    expect(renumbered(state, { start: 3 }).docChanged).toBe(false);
  }
});
