import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { type NoteWords, noteKey } from '@/lib/document/note-words';

/** A place of the text that refers to a footnote. */
interface NoteReference {
  node: Node;
  at: number;
  /** The number that readers see. */
  number: number;
  /** Whether it refers to the note of an earlier place. */
  isFurther: boolean;
}

/** Documents are immutable, so a list stays valid. */
const known = new WeakMap<Node, NoteReference[]>();

/**
 * Returns the references of a text in order, numbered as on readers' pages: a second reference without a first is a
 * note of its own.
 */
export function noteReferences(doc: Node): NoteReference[] {
  const before = known.get(doc);
  if (before) return before;
  const references: NoteReference[] = [];
  const keys: string[] = [];
  doc.descendants((node, at) => {
    if (node.type.name !== 'footnote') return true;
    const key = noteKey(node.attrs);
    const first = node.attrs.isAgain === true ? keys.indexOf(key) : -1;
    const number = first < 0 ? keys.push(key) : first + 1;
    references.push({ node, at, number, isFurther: first >= 0 });
    return false;
  });
  known.set(doc, references);
  return references;
}

/** Returns the positions of all references to the note of the one at a position. */
export function placesOfNote(doc: Node, at: number | undefined): number[] {
  const references = noteReferences(doc);
  const number = references.find((reference) => reference.at === at)?.number;
  return references.filter((reference) => reference.number === number).map((reference) => reference.at);
}

/** Changes the words of a note at all of its places. */
export function changeNote(transaction: Transaction, places: Iterable<number>, words: NoteWords): void {
  for (const place of places) {
    const node = transaction.doc.nodeAt(place);
    if (node) transaction.setNodeMarkup(place, undefined, { ...node.attrs, ...words });
  }
}

/**
 * Changes the words of the note at a position, and of its other references.
 * @param others where those were when the note was opened: while it is typed, it can be equal to a different note.
 */
export function changedNote(state: EditorState, at: number, others: number[], words: NoteWords): Transaction {
  const { doc, tr } = state;
  const key = noteKey(doc.nodeAt(at)?.attrs);
  const isSame = (place: number) => {
    const node = doc.nodeAt(place);
    return node?.type.name === 'footnote' && noteKey(node.attrs) === key;
  };
  changeNote(tr, new Set([at, ...others.filter(isSame)]), words);
  return tr;
}
