import { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { convertList } from './convert-list';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const list = (type: string, item: string, ...items: object[][]) => ({
  type,
  content: items.map((content) => ({ type: item, content })),
});

/** Returns the document after its list was converted, with the caret in these words. */
function after(content: object[], caretIn: string, name: 'taskList' | 'bulletList' | 'orderedList') {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content });
  const state = EditorState.create({ doc });
  let at = -1;
  doc.descendants((node, position) => {
    if (node.text === caretIn) at = position + 1;
  });
  const tr = state.tr.setSelection(TextSelection.create(doc, at));
  const isDone = convertList(state, tr, name);
  tr.doc.check();
  return { isDone, doc: tr.doc, word: tr.selection.$from.parent.textContent };
}

test('a bulleted list becomes unchecked tasks, and the caret stays in its words', () => {
  const bullets = list('bulletList', 'listItem', [paragraph('one')], [paragraph('two')]);
  const { isDone, doc, word } = after([bullets], 'two', 'taskList');
  expect(isDone).toBe(true);
  expect(word).toBe('two');
  expect(doc.toJSON().content).toMatchObject([
    { type: 'taskList', content: [{ type: 'taskItem', attrs: { checked: false } }, { type: 'taskItem' }] },
  ]);
});

test('only the innermost list changes, and the content around it stays', () => {
  const inner = list('bulletList', 'listItem', [paragraph('inner')]);
  const outer = list('orderedList', 'listItem', [paragraph('outer'), inner]);
  const { doc } = after([outer], 'inner', 'taskList');
  expect(doc.firstChild?.type.name).toBe('orderedList');
  expect(doc.firstChild?.firstChild?.lastChild?.type.name).toBe('taskList');
});

test('without a list nothing changes', () => {
  expect(after([paragraph('alone')], 'alone', 'taskList').isDone).toBe(false);
});
