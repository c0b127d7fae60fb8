'use client';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { TextArea } from '@/components/desk/ui/field';
import type { FootnoteAttributes } from '@/lib/document/attributes';
import { fill } from '@/lib/language/fill';

/** A counter numbers the footnotes by their place. */
const MARK =
  'bg-wash text-accent font-strong min-w-[1.25em] cursor-pointer rounded-sm px-[0.25em] py-[0.1em] align-super font-sans text-[0.7em] leading-tight [counter-increment:footnote] before:content-[counter(footnote)]';
const BOX =
  'border-rule bg-paper text-small absolute top-[1.75em] z-5 grid gap-2 rounded-lg border p-3 font-sans leading-normal font-normal whitespace-normal shadow-menu';
const POPOVER_PX = 320;
const MARGIN_PX = 12;

/** Renders the number of a footnote; the note is edited in a small box under it. */
export function FootnoteView({
  node,
  updateAttributes,
  deleteNode,
  selected,
  editor,
  getPos,
}: ReactNodeViewProps) {
  const { text } = node.attrs as FootnoteAttributes;
  const words = useDeskWords().blocks;
  const [isEditing, setEditing] = useState(false);
  const mark = useRef<HTMLButtonElement>(null);
  const isOpen = selected || isEditing;
  const close = () => {
    setEditing(false);
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
        className={MARK}
        aria-expanded={isOpen}
        aria-label={fill(words.footnoteSaying, { text: text || words.footnoteEmpty })}
        onClick={() => setEditing(true)}
      />
      {isOpen && (
        <NoteBox
          text={text}
          anchor={mark}
          onChange={(value) => updateAttributes({ text: value })}
          onFocus={() => setEditing(true)}
          onClose={close}
          onDelete={deleteNode}
        />
      )}
    </NodeViewWrapper>
  );
}

interface NoteBoxProps {
  text: string;
  anchor: React.RefObject<HTMLElement | null>;
  onChange: (text: string) => void;
  onFocus: () => void;
  onClose: () => void;
  onDelete: () => void;
}

function NoteBox({ text, anchor, onChange, onFocus, onClose, onDelete }: NoteBoxProps) {
  const words = useDeskWords().blocks;
  const [own, setOwn] = useState(text);
  const [left, setLeft] = useState(0);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    const at = anchor.current?.getBoundingClientRect().left ?? 0;
    const room = document.documentElement.clientWidth - POPOVER_PX - MARGIN_PX;
    setLeft(Math.max(MARGIN_PX, Math.min(at, room)) - at);
    // One frame later, because the editor takes the focus back after a command.
    const frame = requestAnimationFrame(() => area.current?.value === '' && area.current.focus());
    return () => cancelAnimationFrame(frame);
  }, [anchor]);
  return (
    <span className={BOX} style={{ left, width: `min(${POPOVER_PX}px, calc(100vw - 24px))` }}>
      <label htmlFor={id}>{words.footnote}</label>
      <TextArea
        id={id}
        ref={area}
        rows={3}
        maxLength={4000}
        value={own}
        onFocus={onFocus}
        onChange={(event) => {
          setOwn(event.target.value);
          onChange(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && !event.nativeEvent.isComposing)) {
            event.preventDefault();
            onClose();
          }
        }}
      />
      <span className="flex justify-between">
        <Button onClick={onDelete}>{words.remove}</Button>
        <Button kind="main" onClick={onClose}>
          {words.close}
        </Button>
      </span>
    </span>
  );
}
