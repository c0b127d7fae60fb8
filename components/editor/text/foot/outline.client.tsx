'use client';
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';

interface OutlineProps {
  editor: Editor;
  onClose: () => void;
}

/** Lists the headings of the text as links to their places. */
export function Outline({ editor, onClose }: OutlineProps) {
  const words = useDeskWords().editor;
  const list = useRef<HTMLElement>(null);
  const headings = headingsOf(editor);
  useEffect(() => list.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const leave = () => {
    onClose();
    editor.view.focus();
  };
  const go = (position: number) => {
    editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, position + 1)));
    const element = editor.view.nodeDOM(position);
    if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' });
    leave();
  };
  return (
    <nav
      ref={list}
      aria-label={words.outline}
      className="outline"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      {headings.length === 0 && <p>{words.noHeadings}</p>}
      <ul>
        {headings.map(({ text, level, position }) => (
          <li key={position} data-level={level}>
            <button type="button" onClick={() => go(position)}>
              {text || words.emptyHeading}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function headingsOf(editor: Editor): { text: string; level: number; position: number }[] {
  const headings: { text: string; level: number; position: number }[] = [];
  editor.state.doc.forEach((node, position) => {
    if (node.type.name === 'heading')
      headings.push({ text: node.textContent, level: Number(node.attrs.level), position });
  });
  return headings;
}
