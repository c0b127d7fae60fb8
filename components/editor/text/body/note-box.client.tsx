'use client';
import type { ReactNodeViewProps } from '@tiptap/react';
import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import type { FootnoteAttributes } from '@/lib/document/attributes';
import { noteWords } from '@/lib/document/note-words';
import { EarlierNotes } from './earlier-notes.client';
import { NoteField } from './note-field.client';
import { useNoteChange } from './use-note';

const BOX =
  'border-rule bg-paper text-small absolute top-[1.75em] z-5 grid gap-2 rounded-lg border p-3 font-sans leading-normal font-normal whitespace-normal shadow-menu';
const POPOVER_PX = 340;
const MARGIN_PX = 12;

type NoteBoxProps = Pick<
  ReactNodeViewProps,
  'node' | 'editor' | 'getPos' | 'updateAttributes' | 'deleteNode'
> & {
  /** The number of the footnote in the text. */
  anchor: RefObject<HTMLElement | null>;
  /** Whether the author pressed the number: the caret goes into the field, as it does into that of an empty note. */
  isCalled: boolean;
  onFocus: () => void;
  /** Called when something outside the box gets the focus. */
  onLeave: () => void;
  onClose: () => void;
};

/** Renders the box in which a footnote is written. */
export function NoteBox({ node, editor, getPos, updateAttributes, deleteNode, ...props }: NoteBoxProps) {
  const { anchor, isCalled, onFocus, onLeave, onClose } = props;
  const words = useDeskWords().blocks;
  const note = node.attrs as FootnoteAttributes;
  const change = useNoteChange(editor, getPos);
  const left = useRoomAt(anchor);
  const readNote = () => {
    const at = getPos();
    const now = at === undefined ? null : editor.state.doc.nodeAt(at);
    return (now?.type === node.type ? now.attrs : node.attrs) as FootnoteAttributes;
  };
  const isEmpty = noteWords(node.attrs) === '';
  const [wasEmpty] = useState(isEmpty);
  const refer = ({ text, paragraphs }: FootnoteAttributes) => {
    updateAttributes({ text, paragraphs, isAgain: true });
    onClose();
  };
  const remove = () => {
    deleteNode();
    editor.view.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the controls in it.
    <div
      className={BOX}
      style={{ left, width: `min(${POPOVER_PX}px, calc(100vw - ${2 * MARGIN_PX}px))` }}
      onFocus={onFocus}
      onBlur={({ relatedTarget, currentTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) onLeave();
      }}
      onKeyDown={(event) => isToClose(event) && onClose()}
    >
      <NoteField
        around={editor}
        note={note}
        readNote={readNote}
        isCalled={isCalled || wasEmpty}
        onChange={change}
        onClose={onClose}
      />
      {isEmpty && <EarlierNotes editor={editor} positionOf={getPos} onChoose={refer} />}
      <span className="text-soft touch:hidden">{words.footnoteHint}</span>
      <div className="flex justify-between gap-2">
        <Button onClick={remove}>{words.remove}</Button>
        <Button kind="main" onClick={onClose}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}

/** Whether a key closes the box; in the form for a link, Escape closes only that. */
function isToClose(event: KeyboardEvent): boolean {
  const isInForm = event.target instanceof Element && event.target.closest('form') !== null;
  if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing || isInForm)
    return false;
  event.preventDefault();
  return true;
}

/** Returns how far to the left of the number the box begins, so that all of it is on the screen. */
function useRoomAt(anchor: RefObject<HTMLElement | null>): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const at = anchor.current?.getBoundingClientRect().left ?? 0;
    const room = document.documentElement.clientWidth - POPOVER_PX - MARGIN_PX;
    setLeft(Math.max(MARGIN_PX, Math.min(at, room)) - at);
  }, [anchor]);
  return left;
}
