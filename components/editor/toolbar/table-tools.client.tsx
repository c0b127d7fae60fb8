'use client';
import type { Editor } from '@tiptap/react';

const TOOLS: { label: string; run: (editor: Editor) => void }[] = [
  { label: 'Row above', run: (editor) => editor.chain().focus().addRowBefore().run() },
  { label: 'Row below', run: (editor) => editor.chain().focus().addRowAfter().run() },
  { label: 'Delete row', run: (editor) => editor.chain().focus().deleteRow().run() },
  { label: 'Column before', run: (editor) => editor.chain().focus().addColumnBefore().run() },
  { label: 'Column after', run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { label: 'Delete column', run: (editor) => editor.chain().focus().deleteColumn().run() },
  { label: 'Header row', run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { label: 'Header column', run: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
  { label: 'Delete table', run: (editor) => editor.chain().focus().deleteTable().run() },
];

/** Rows, columns and headers of the table that the caret is in. */
export function TableTools({ editor }: { editor: Editor }) {
  return (
    <fieldset className="toolbar-row" aria-label="Table">
      {TOOLS.map(({ label, run }) => (
        <button
          key={label}
          type="button"
          className="ed-quiet"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => run(editor)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
