'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useDeskWords } from '@/components/ui/desk-words.client';
import type { BlockAsks } from '../blocks/block-list';
import { Icon } from './icons';
import { forThisKeyboard } from './keyboard';
import { rarerTools } from './tools';

interface RarerBlocksProps {
  editor: Editor;
  asks: BlockAsks;
  onDone: () => void;
}

/** The blocks that have no button in the toolbar, each with its name. */
export function RarerBlocks({ editor, asks, onDone }: RarerBlocksProps) {
  const words = useDeskWords();
  const tools = rarerTools(words, asks);
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
          title={tool.shortcut && forThisKeyboard(tool.shortcut)}
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
    </fieldset>
  );
}
