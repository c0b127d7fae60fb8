import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { inText } from '@/components/editor/ground/in-text';
import type { DeskStrings } from '@/lib/language/strings';
import { moveBlock } from '../arranging/arrange';
import { BLOCK_GROUPS, type BlockAsks, type EditorBlock } from '../blocks/block-list';
import type { IconName } from './icons';

/** A button of the toolbar. */
export interface Tool {
  id: string;
  label: string;
  /** In display form; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  shortcut?: string;
  icon: IconName;
  /** Shown only on touch screens. */
  isForTouch?: boolean;
  isActive?: (editor: Editor) => boolean;
  isAvailable?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

/** Returns every block with a button of its own, with bold, italics and links after the first group. */
export function toolGroups(words: DeskStrings, asks: BlockAsks & { onLink: () => void }): Tool[][] {
  const [text = [], ...others] = blockTools(words, asks, (block) => block.isCommon === true);
  return [text, inlineTools(words, asks.onLink), ...others, touchTools(words), historyTools(words)];
}

/** Returns the less frequent blocks with their names. */
export function moreTools(words: DeskStrings, asks: BlockAsks): Tool[] {
  return blockTools(words, asks, (block) => !block.isCommon).flat();
}

function blockTools(
  words: DeskStrings,
  asks: BlockAsks,
  isWanted: (block: EditorBlock) => boolean,
): Tool[][] {
  const groups = BLOCK_GROUPS.map((blocks) =>
    blocks.filter(isWanted).map((block) => ({
      ...block,
      label: words.blocks[block.words],
      run: (editor: Editor) => block.run(editor, asks),
    })),
  );
  return groups.filter((tools) => tools.length > 0);
}

function inlineTools({ toolbar }: DeskStrings, onLink: () => void): Tool[] {
  return [
    {
      id: 'bold',
      label: toolbar.bold,
      shortcut: 'Mod+B',
      icon: 'bold',
      isActive: (editor) => editor.isActive('bold'),
      run: (editor) => inText(editor).toggleBold().run(),
    },
    {
      id: 'italic',
      label: toolbar.italic,
      shortcut: 'Mod+I',
      icon: 'italic',
      isActive: (editor) => editor.isActive('italic'),
      run: (editor) => inText(editor).toggleItalic().run(),
    },
    {
      id: 'link',
      label: toolbar.link,
      shortcut: 'Mod+K',
      icon: 'link',
      isActive: (editor) => editor.isActive('link'),
      run: onLink,
    },
  ];
}

/** Replaces the block handle, and Tab in a list, on touch screens without such keys. */
function touchTools(words: DeskStrings): Tool[] {
  return [...movingTools(words), ...nestingTools(words)];
}

function nestingTools({ toolbar }: DeskStrings): Tool[] {
  return [
    {
      id: 'outdent',
      label: toolbar.outdent,
      icon: 'outdent',
      isForTouch: true,
      isAvailable: isInList,
      run: (editor) => editor.commands.liftListItem(itemOf(editor)),
    },
    {
      id: 'indent',
      label: toolbar.indent,
      icon: 'indent',
      isForTouch: true,
      isAvailable: isInList,
      run: (editor) => editor.commands.sinkListItem(itemOf(editor)),
    },
  ];
}

/** Returns the type of the list item at the caret. */
function itemOf({ state }: Editor): string {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === 'taskItem' || name === 'listItem') return name;
  }
  return '';
}

function isInList(editor: Editor): boolean {
  return itemOf(editor) !== '';
}

function movingTools({ editor: words }: DeskStrings): Tool[] {
  return ([-1, 1] as const).map((step) => ({
    id: step < 0 ? 'move-up' : 'move-down',
    label: step < 0 ? words.moveUp : words.moveDown,
    shortcut: step < 0 ? 'Alt+Shift+↑' : 'Alt+Shift+↓',
    icon: step < 0 ? 'moveUp' : 'moveDown',
    isForTouch: true,
    run: (editor) => moveBlock(editor, step, words),
  }));
}

function historyTools({ toolbar }: DeskStrings): Tool[] {
  return [
    {
      id: 'undo',
      label: toolbar.undo,
      shortcut: 'Mod+Z',
      icon: 'undo',
      isAvailable: ({ state }) => undoDepth(state) > 0,
      run: (editor) => inText(editor).undo().run(),
    },
    {
      id: 'redo',
      label: toolbar.redo,
      shortcut: 'Mod+Shift+Z',
      icon: 'redo',
      isAvailable: ({ state }) => redoDepth(state) > 0,
      run: (editor) => inText(editor).redo().run(),
    },
  ];
}
