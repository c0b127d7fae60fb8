import { closeHistory } from '@tiptap/pm/history';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { type NoteWords, noteOf, noteParagraphs } from '@/lib/document/note-words';
import type { BodyNode } from '@/lib/document/types';
import { changeNote, placesOfNote } from '../body/note-references';
import type { InNote, Match } from './find-plugin';

/** Replaces all matches in one undo step; replacements keep the marks of the replaced text. */
export function replaceInBody(editor: Editor, matches: Match[], by: string): void {
  if (matches.length === 0) return;
  editor.view.dispatch(closeHistory(replacedMatches(editor.state, matches, by)));
  editor.view.dispatch(closeHistory(editor.state.tr));
}

/** Returns the transaction that replaces matches in the body and its footnotes. */
export function replacedMatches({ doc, tr }: EditorState, matches: Match[], by: string): Transaction {
  const inNotes = matches.filter(({ inNote }) => inNote);
  // Notes first: they keep their places, and words of another length move what is after them.
  for (const at of new Set(inNotes.map(({ from }) => from))) {
    const places = inNotes.flatMap(({ from, inNote }) => (inNote && from === at ? [inNote] : []));
    changeNote(tr, placesOfNote(doc, at), replacedInNote(doc.nodeAt(at), places, by));
  }
  for (const { from, to } of matches.filter(({ inNote }) => !inNote).toReversed()) {
    if (by) tr.insertText(by, from, to);
    else tr.delete(from, to);
  }
  return tr;
}

function replacedInNote(note: Node | null, places: InNote[], by: string): NoteWords {
  const paragraphs = noteParagraphs(note?.attrs);
  for (const { paragraph, start, end } of places.toReversed()) {
    paragraphs[paragraph] = replacedInLine(paragraphs[paragraph] ?? [], start, end, by);
  }
  return noteOf(paragraphs);
}

/** Replaces a range of a line; the new words have the marks of the first replaced one. */
function replacedInLine(nodes: BodyNode[], start: number, end: number, by: string): BodyNode[] {
  let at = 0;
  let rest = by;
  return nodes.flatMap((node) => {
    const words = node.text ?? '';
    const [from, to] = [start - at, end - at];
    at += words.length;
    if (to <= 0 || from >= words.length) return [node];
    const text = words.slice(0, Math.max(0, from)) + rest + words.slice(to);
    rest = '';
    return text ? [{ ...node, text }] : [];
  });
}
