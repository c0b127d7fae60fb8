'use client';
import { NodeSelection, type Transaction } from '@tiptap/pm/state';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import type { NoteWords } from '@/lib/document/note-words';
import { changedNote, noteReferences, placesOfNote } from './note-references';

type PositionOf = () => number | undefined;

/** How a reference to a footnote stands in the text. */
interface NoteState {
  /** The number of the note that a further reference refers to; null for the note itself, which is counted. */
  numberOfFirst: number | null;
  /** Whether the reference alone is selected: not as a part of a longer selection. */
  isChosen: boolean;
}

/** Follows how a reference to a footnote stands in the text. */
export function useNoteState(editor: Editor, isAgain: boolean, positionOf: PositionOf): NoteState {
  return useEditorState({
    editor,
    selector: ({ editor: { state } }) => {
      const at = positionOf();
      const own = isAgain ? noteReferences(state.doc).find((reference) => reference.at === at) : undefined;
      return {
        numberOfFirst: own?.isFurther ? own.number : null,
        isChosen: state.selection instanceof NodeSelection && state.selection.from === at,
      };
    },
  });
}

/** Returns what changes the words of a note while its box is open, in every place that refers to it. */
export function useNoteChange(editor: Editor, positionOf: PositionOf): (words: NoteWords) => void {
  const places = useRef<number[] | null>(null);
  places.current ??= placesOfNote(editor.state.doc, positionOf());
  useEffect(() => {
    const follow = ({ transaction: { mapping } }: { transaction: Transaction }) => {
      places.current = (places.current ?? []).map((place) => mapping.map(place));
    };
    editor.on('transaction', follow);
    return () => {
      editor.off('transaction', follow);
    };
  }, [editor]);
  return (words) => {
    const at = positionOf();
    if (at === undefined) return;
    editor.view.dispatch(changedNote(editor.state, at, places.current ?? [], words));
  };
}
