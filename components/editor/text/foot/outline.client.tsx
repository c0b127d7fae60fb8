'use client';
import { TextSelection } from '@tiptap/pm/state';
import type { Editor } from '@tiptap/react';
import { cva } from 'class-variance-authority';
import { useEffect, useRef } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';

const headingStyle = cva(
  'text-ui hover:bg-wash min-h-9 w-full cursor-pointer rounded-md py-1.5 pr-3 text-left leading-normal',
  { variants: { level: { 2: 'text-ink pl-3 font-[500]', 3: 'text-soft pl-7 font-normal' } } },
);

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
      className="border-rule bg-paper shadow-menu absolute right-4 bottom-[calc(100%+0.25rem)] max-h-[50vh] w-[min(22rem,calc(100vw-2rem))] overflow-y-auto rounded-xl border p-1.5"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      {headings.length === 0 && <p className="px-3 py-2">{words.noHeadings}</p>}
      <ul>
        {headings.map(({ text, level, position }) => (
          <li key={position}>
            <button type="button" className={headingStyle({ level })} onClick={() => go(position)}>
              {text || words.emptyHeading}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface Heading {
  text: string;
  level: 2 | 3;
  position: number;
}

function headingsOf(editor: Editor): Heading[] {
  const headings: Heading[] = [];
  editor.state.doc.forEach((node, position) => {
    if (node.type.name === 'heading')
      headings.push({ text: node.textContent, level: node.attrs.level === 3 ? 3 : 2, position });
  });
  return headings;
}
