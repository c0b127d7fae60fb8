'use client';
import type { Editor } from '@tiptap/react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { inText } from '@/components/editor/ground/in-text';
import type { DeskStrings } from '@/lib/language/strings';
import { ToolRow } from './toolbar-row';

const TOOLS: { words: keyof DeskStrings['toolbar']; run: (editor: Editor) => void }[] = [
  { words: 'rowAbove', run: (editor) => inText(editor).addRowBefore().run() },
  { words: 'rowBelow', run: (editor) => inText(editor).addRowAfter().run() },
  { words: 'deleteRow', run: (editor) => inText(editor).deleteRow().run() },
  { words: 'columnBefore', run: (editor) => inText(editor).addColumnBefore().run() },
  { words: 'columnAfter', run: (editor) => inText(editor).addColumnAfter().run() },
  { words: 'deleteColumn', run: (editor) => inText(editor).deleteColumn().run() },
  { words: 'headerRow', run: (editor) => inText(editor).toggleHeaderRow().run() },
  { words: 'headerColumn', run: (editor) => inText(editor).toggleHeaderColumn().run() },
  { words: 'deleteTable', run: (editor) => inText(editor).deleteTable().run() },
];

/** Renders the tools for rows, columns and headers of the table at the caret. */
export function TableTools({ editor }: { editor: Editor }) {
  const desk = useDeskWords();
  return (
    <ToolRow name={desk.blocks.table}>
      {TOOLS.map(({ words, run }) => (
        <Button key={words} onMouseDown={(event) => event.preventDefault()} onClick={() => run(editor)}>
          {desk.toolbar[words]}
        </Button>
      ))}
    </ToolRow>
  );
}
