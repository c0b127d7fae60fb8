'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useId } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Select } from '@/components/desk/ui/field';
import type { FootnoteAttributes } from '@/lib/document/attributes';
import { noteWords } from '@/lib/document/note-words';
import { fill } from '@/lib/language/fill';
import { noteReferences } from './note-references';

const LONGEST_NAME = 60;

interface EarlierNotesProps {
  editor: Editor;
  /** Where the new reference is. */
  positionOf: () => number | undefined;
  onChoose: (note: FootnoteAttributes) => void;
}

/** Offers the footnotes before a new one, so that the new one refers to one of them again. */
export function EarlierNotes({ editor, positionOf, onChoose }: EarlierNotesProps) {
  const words = useDeskWords().blocks;
  const id = useId();
  const earlier = useEditorState({ editor, selector: ({ editor }) => earlierNotes(editor, positionOf()) });
  if (earlier.length === 0) return null;
  return (
    <div className="grid gap-1">
      <label htmlFor={id}>{words.footnoteAgain}</label>
      <Select
        id={id}
        value=""
        onChange={({ target }) => {
          const chosen = earlier.find(({ number }) => String(number) === target.value);
          if (chosen) onChoose(chosen.note);
        }}
      >
        <option value="">{words.footnoteChoose}</option>
        {earlier.map(({ number, note }) => (
          <option key={number} value={number}>
            {fill(words.footnoteNumbered, { number, text: firstWords(note) })}
          </option>
        ))}
      </Select>
    </div>
  );
}

function earlierNotes({ state }: Editor, at = 0): { number: number; note: FootnoteAttributes }[] {
  return noteReferences(state.doc)
    .filter((reference) => reference.at < at && !reference.isFurther && noteWords(reference.node.attrs))
    .map(({ number, node }) => ({ number, note: node.attrs as FootnoteAttributes }));
}

function firstWords(note: FootnoteAttributes): string {
  const [line = ''] = noteWords({ ...note }).split('\n');
  return line.slice(0, LONGEST_NAME);
}
