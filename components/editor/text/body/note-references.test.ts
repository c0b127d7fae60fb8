import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentSchema } from '@/lib/document/schema';
import { changedNote, noteReferences, placesOfNote } from './note-references';

const note = (text: string, isAgain = false) => ({ type: 'footnote', attrs: { text, isAgain } });

function stateOf(...content: object[]): EditorState {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content: [{ type: 'paragraph', content }] });
  return EditorState.create({ doc });
}

const numbersOf = (doc: Node) => noteReferences(doc).map(({ number }) => number);
const wordsOf = (doc: Node) => noteReferences(doc).map(({ node }) => node.attrs.text);

test('references are numbered as on pages', () => {
  const { doc } = stateOf(note('A', true), note('B'), note('A', true), note('B'), note('C', true));
  expect(numbersOf(doc)).toEqual([1, 2, 1, 3, 4]);
  expect(noteReferences(doc).map(({ isFurther }) => isFurther)).toEqual([false, false, true, false, false]);
});

test('a note changes at all of its places, and no other note does', () => {
  const state = stateOf(note('A'), note('A'), note('A', true), note('B'));
  const changed = state.apply(
    changedNote(state, 1, placesOfNote(state.doc, 1), { text: 'X', paragraphs: null }),
  ).doc;
  expect(wordsOf(changed)).toEqual(['X', 'A', 'X', 'B']);
  expect(numbersOf(changed)).toEqual([1, 2, 1, 3]);
});

test('typing the words of another note on the way to others does not take its references along', () => {
  let state = stateOf(note('Ibid'), note('Ibid.'), note('Ibid.', true));
  const places = placesOfNote(state.doc, 2);
  for (const text of ['Ibid', 'Ibid, 5']) {
    state = state.apply(changedNote(state, 2, places, { text, paragraphs: null }));
  }
  expect(wordsOf(state.doc)).toEqual(['Ibid', 'Ibid, 5', 'Ibid, 5']);
  expect(numbersOf(state.doc)).toEqual([1, 2, 2]);
});
