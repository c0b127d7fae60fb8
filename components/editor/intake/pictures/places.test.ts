import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema as schema } from '@/lib/document/schema';
import { type Place, Places, roomAt } from './places';

const text = (words: string) => ({
  type: 'paragraph',
  content: words ? [{ type: 'text', text: words }] : [],
});
const docOf = (...content: object[]) => schema.nodeFromJSON({ type: 'doc', content });

test('a block is placed after a line that it cannot split, and before an empty one', () => {
  const doc = docOf(text('One'), text(''), {
    type: 'bulletList',
    content: [{ type: 'listItem', content: [text('Item')] }],
  });
  const { figure } = schema.nodes;
  if (!figure) throw new Error('The schema has no figure.');
  expect([2, 1, 6].map((at) => roomAt(doc, at, figure))).toEqual([5, 0, 5]);
});

/** Returns a text of two lines with places. */
function kept(...given: Pick<Place, 'id' | 'at' | 'isOfPaste'>[]) {
  const places = new Places(() => {});
  const empty = EditorState.create({ doc: docOf(text('One'), text('Two')), plugins: [places.plugin] });
  const put = given.map((place) => ({ ...place, element: {} as HTMLElement }));
  const at = (now: EditorState) => places.plugin.getState(now)?.places.map(({ id, at }) => [id, at]);
  return { at, state: empty.apply(places.put(empty.tr, put)) };
}

test('a place for a picture moves with the text around it, and is deleted with all of that text', () => {
  const { state, at } = kept({ id: 1, at: 5, isOfPaste: false });
  expect(at(state.apply(state.tr.insertText('More ', 1)))).toEqual([[1, 10]]);
  expect(at(state.apply(state.tr.delete(0, 5)))).toEqual([[1, 0]]);
  expect(at(state.apply(state.tr.delete(0, 10)))).toEqual([]);
});

test('a place is not part of the text', () => {
  const { state } = kept({ id: 1, at: 5, isOfPaste: false });
  expect(state.doc.eq(docOf(text('One'), text('Two')))).toBe(true);
});
