import { Node } from '@tiptap/pm/model';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { noteWords } from '@/lib/document/note-words';
import { documentSchema } from '@/lib/document/schema';
import { noteReferences } from '../body/note-references';
import { matchesIn } from './find-plugin';
import { replacedMatches } from './replace-in-body';

const LOOSE = { isCaseKept: false, isWholeWord: false };
const said = (text: string) => ({ type: 'text', text });
const note = (attrs: object) => ({ type: 'footnote', attrs });
const formatted = {
  text: '',
  paragraphs: [
    [{ text: 'The fer' }, { text: 'ry runs', marks: [{ type: 'bold' }] }],
    [{ text: 'Ferry two.' }],
  ],
};

function stateOf(...content: object[]): EditorState {
  const doc = Node.fromJSON(documentSchema, { type: 'doc', content: [{ type: 'paragraph', content }] });
  return EditorState.create({ doc });
}

function replaced(state: EditorState, wanted: string, by: string): Node {
  return state.apply(replacedMatches(state, matchesIn(state.doc, wanted, LOOSE), by)).doc;
}

const notesOf = (doc: Node) => noteReferences(doc).map(({ node }) => noteWords(node.attrs));

test('words are found in the text and in its notes, in the order of reading', () => {
  const { doc } = stateOf(said('A ferry.'), note({ text: 'The ferry.' }), said('No ferry.'));
  expect(matchesIn(doc, 'ferry', LOOSE)).toEqual([
    { from: 3, to: 8 },
    { from: 9, to: 10, inNote: { paragraph: 0, start: 4, end: 9 } },
    { from: 13, to: 18 },
  ]);
});

test('a note to which the text refers again is found once, and replaced at both places', () => {
  const state = stateOf(note(formatted), said('and'), note({ ...formatted, isAgain: true }));
  expect(matchesIn(state.doc, 'ferry', LOOSE)).toHaveLength(2);
  const doc = replaced(state, 'ferry', 'boat');
  expect(notesOf(doc)).toEqual(['The boat runs\nboat two.', 'The boat runs\nboat two.']);
  expect(noteReferences(doc).map(({ number }) => number)).toEqual([1, 1]);
});

test('replaced words of a note keep their formatting', () => {
  const [reference] = noteReferences(replaced(stateOf(note(formatted)), 'ferry', 'boat'));
  expect(reference?.node.attrs.paragraphs).toEqual([
    [{ text: 'The boat' }, { text: ' runs', marks: [{ type: 'bold' }] }],
    [{ text: 'boat two.' }],
  ]);
});

test('words in the text and in notes are replaced together, whatever their length', () => {
  const state = stateOf(
    said('ferry '),
    note({ text: 'ferry ferry' }),
    said(' ferry '),
    note({ text: 'ferry' }),
  );
  const doc = replaced(state, 'ferry', 'a long boat');
  expect(doc.textContent).toBe('a long boat  a long boat ');
  expect(notesOf(doc)).toEqual(['a long boat a long boat', 'a long boat']);
  expect(notesOf(replaced(state, 'ferry', ''))).toEqual(['', '']);
});
