'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { pasteAsText } from '@/components/editor/ground/paste-as-text';
import { fill } from '@/lib/language/fill';
import type { BlockAsks } from '../blocks/block-list';
import { Icon } from './icons';
import { shortcutLabel } from './keyboard';
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
    <fieldset className="toolbar-row" aria-label={words.toolbar.more}>
      {tools.map((tool) => (
        <button
          key={tool.id}
          type="button"
          className="ed-quiet"
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
        </button>
      ))}
      <PasteAsText editor={editor} onDone={onDone} />
    </fieldset>
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
      <button
        type="button"
        className="ed-quiet"
        title={keys}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => void paste()}
      >
        <Icon name="pasteAsText" />
        {words.pasteAsText}
      </button>
      <p role="alert">{isRefused && fill(words.pasteRefused, { keys })}</p>
    </>
  );
}
