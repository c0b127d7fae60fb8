import { Node } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { parseBody } from '@/lib/document/parse';
import { documentSchema } from '@/lib/document/schema';
import { selectedBody } from './selected-body';

const words = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const heading = (text: string) => ({ ...words(text), type: 'heading', attrs: { level: 2 } });
const item = (...content: object[]) => ({ type: 'listItem', content });
const list = (...content: object[]) => ({ type: 'bulletList', content });

/** Returns what is kept of a document when these words of it are selected. */
function kept(content: object[], from: string, to: string): unknown {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content });
  const placeOf = (text: string) => {
    let at = -1;
    doc.descendants((node, position) => {
      const index = node.text?.indexOf(text) ?? -1;
      if (index >= 0) at = position + index;
    });
    return at;
  };
  const state = EditorState.create({ doc });
  const selection = TextSelection.create(doc, placeOf(from), placeOf(to) + to.length);
  const body = selectedBody(state.apply(state.tr.setSelection(selection)))?.toJSON();
  expect(() => parseBody(body)).not.toThrow();
  return body.content;
}

test('words within a line are words, of whatever block', () => {
  expect(kept([words('The old bridge')], 'old', 'old')).toMatchObject([words('old')]);
  expect(kept([heading('The old bridge')], 'old', 'bridge')).toMatchObject([words('old bridge')]);
  expect(kept([list(item(words('one')))], 'one', 'one')).toMatchObject([words('one')]);
});

test('a whole heading stays a heading', () => {
  expect(kept([heading('Letters'), words('Dear')], 'Letters', 'Letters')).toMatchObject([heading('Letters')]);
});

test('several blocks stay blocks', () => {
  const blocks = [heading('Letters'), words('Dear reader')];
  expect(kept(blocks, 'Letters', 'Dear reader')).toMatchObject(blocks);
});

test('an item that was cut gets the paragraph that it needs', () => {
  const inner = list(item(words('inner')));
  expect(kept([list(item(words('outer'), inner), item(words('next')))], 'inner', 'next')).toMatchObject([
    list(item({ type: 'paragraph' }, inner), item(words('next'))),
  ]);
});

test('nothing selected is nothing, and a selected picture is that picture', () => {
  const figure = { type: 'figure', attrs: { mediaId: 'abcdefgh12345678' } };
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content: [figure, words('end')] });
  const state = EditorState.create({ doc });
  const caret = state.tr.setSelection(TextSelection.create(doc, doc.content.size - 1));
  expect(selectedBody(state.apply(caret))).toBeNull();
  const picture = state.tr.setSelection(NodeSelection.create(doc, 0));
  expect(selectedBody(state.apply(picture))?.toJSON().content).toMatchObject([figure]);
});
