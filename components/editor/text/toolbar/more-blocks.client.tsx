'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { Button } from '@/components/desk/ui/button';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { pasteAsText } from '@/components/editor/ground/paste-as-text';
import { shortcutLabel } from '@/components/editor/ground/shortcut-label';
import { fill } from '@/lib/language/fill';
import type { BlockAsks } from '../blocks/block-list';
import { Icon } from './icons';
import { rowTroubleStyle, ToolRow } from './toolbar-row';
import { moreTools } from './tools';

interface MoreBlocksProps {
  editor: Editor;
  asks: BlockAsks;
  onDone: () => void;
}

const PASTE_KEYS = 'Mod+Shift+V';

/** Lists the blocks without a toolbar button by name, and pasting as text. */
export function MoreBlocks({ editor, asks, onDone }: MoreBlocksProps) {
  const words = useDeskWords();
  const tools = moreTools(words, asks);
  const active = useEditorState({
    editor,
    selector: ({ editor }) => tools.filter((tool) => tool.isActive?.(editor)).map((tool) => tool.id),
  });
  return (
    <ToolRow name={words.toolbar.more}>
      {tools.map((tool) => (
        <Button
          key={tool.id}
          title={tool.shortcut && shortcutLabel(tool.shortcut)}
          aria-pressed={tool.isActive ? active.includes(tool.id) : undefined}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            tool.run(editor);
            onDone();
          }}
        >
          <Icon name={tool.icon} />
          {tool.label}
        </Button>
      ))}
      <PasteAsText editor={editor} onDone={onDone} />
    </ToolRow>
  );
}

function PasteAsText({ editor, onDone }: Pick<MoreBlocksProps, 'editor' | 'onDone'>) {
  const words = useDeskWords().toolbar;
  const [isRefused, setRefused] = useState(false);
  const paste = async () => {
    if (!(await pasteAsText(editor))) return setRefused(true);
    onDone();
    editor.view.focus();
  };
  const keys = shortcutLabel(PASTE_KEYS);
  return (
    <>
      <Button title={keys} onMouseDown={(event) => event.preventDefault()} onClick={() => void paste()}>
        <Icon name="pasteAsText" />
        {words.pasteAsText}
      </Button>
      <p role="alert" className={rowTroubleStyle}>
        {isRefused && fill(words.pasteRefused, { keys })}
      </p>
    </>
  );
}
