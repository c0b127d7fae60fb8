'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { FootnoteAttributes } from '@/lib/document/attributes';
import { noteWords } from '@/lib/document/note-words';
import { fill } from '@/lib/language/fill';
import { NoteBox } from './note-box.client';
import { useNoteState } from './use-note';

const MARK =
  'bg-wash text-accent font-strong min-w-[1.25em] cursor-pointer rounded-sm px-[0.25em] py-[0.1em] align-super font-sans text-[0.7em] leading-tight';
/** A counter numbers the footnotes by their place. */
const COUNTED = '[counter-increment:footnote] before:content-[counter(footnote)]';
/** A longer note is not read aloud in full at its number. */
const LONGEST_LABEL = 200;

/** Renders the number of a footnote; the note is edited in a small box under it. */
export function FootnoteView({ node, editor, getPos, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const note = node.attrs as FootnoteAttributes;
  const words = useDeskWords().blocks;
  const { numberOfFirst, isChosen } = useNoteState(editor, note.isAgain, getPos);
  /** The box is open while its reference is chosen, and while something in it has the focus. */
  const [isEditing, setEditing] = useState(false);
  const [isCalled, setCalled] = useState(false);
  const mark = useRef<HTMLButtonElement>(null);
  const isOpen = isChosen || isEditing;
  const said = shortened(noteWords({ ...note }));
  const leave = () => {
    setEditing(false);
    setCalled(false);
  };
  const close = () => {
    leave();
    const position = getPos();
    if (position === undefined) return;
    editor.commands.setTextSelection(position + 1);
    // Without a delay: a fast typist continues immediately.
    editor.view.focus();
  };
  return (
    <NodeViewWrapper as="span" className="relative" contentEditable={false}>
      <button
        ref={mark}
        type="button"
        className={numberOfFirst === null ? `${MARK} ${COUNTED}` : MARK}
        aria-expanded={isOpen}
        aria-label={fill(words.footnoteSaying, { text: said || words.footnoteEmpty })}
        onClick={() => {
          setEditing(true);
          setCalled(true);
        }}
      >
        {numberOfFirst}
      </button>
      {isOpen && (
        <NoteBox
          {...{ node, editor, getPos, updateAttributes, deleteNode }}
          anchor={mark}
          isCalled={isCalled}
          onFocus={() => setEditing(true)}
          onLeave={leave}
          onClose={close}
        />
      )}
    </NodeViewWrapper>
  );
}

function shortened(words: string): string {
  return words.length > LONGEST_LABEL ? `${words.slice(0, LONGEST_LABEL)}…` : words;
}
