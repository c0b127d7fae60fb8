'use client';
import type { Editor } from '@tiptap/react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import type { DeskStrings } from '@/lib/language/strings';

const TOOLS: { words: keyof DeskStrings['toolbar']; run: (editor: Editor) => void }[] = [
  { words: 'rowAbove', run: (editor) => editor.chain().focus().addRowBefore().run() },
  { words: 'rowBelow', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { words: 'deleteRow', run: (editor) => editor.chain().focus().deleteRow().run() },
  { words: 'columnBefore', run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { words: 'columnAfter', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { words: 'deleteColumn', run: (editor) => editor.chain().focus().deleteColumn().run() },
  { words: 'headerRow', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { words: 'headerColumn', run: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
  { words: 'deleteTable', run: (editor) => editor.chain().focus().deleteTable().run() },
];

/** Rows, columns and headers of the table that the caret is in. */
export function TableTools({ editor }: { editor: Editor }) {
  const desk = useDeskWords();
  return (
    <fieldset className="toolbar-row" aria-label={desk.blocks.table}>
      {TOOLS.map(({ words, run }) => (
        <button
          key={words}
          type="button"
          className="ed-quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        >
          {desk.toolbar[words]}
        </button>
      ))}
    </fieldset>
  );
}
