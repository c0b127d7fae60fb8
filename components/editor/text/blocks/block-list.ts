import type { Editor } from '@tiptap/core';
import { inText } from '@/components/editor/ground/in-text';
import { SNIPPET_KEYS } from '@/components/editor/ground/named-snippet';
import type { DeskStrings } from '@/lib/language/strings';
import type { IconName } from '../toolbar/icons';
import { toggleList } from './convert-list';
import { insertFootnote } from './insert-footnote';
import { toggleCallout } from './toggle-callout';

/** Callbacks of blocks that need more than the text, provided by the page around the editor. */
export interface BlockAsks {
  onPicture: () => void;
  onCard: () => void;
  onSnippets: () => void;
}

/** A block as offered to authors: in the toolbar, by a key, in menus. */
export interface EditorBlock {
  id: string;
  /** Its key in the `blocks` strings. */
  words: keyof DeskStrings['blocks'];
  icon: IconName;
  /** In display form; `Mod` is ⌘ on a Mac and Ctrl elsewhere. The editor's key bindings are derived from it. */
  shortcut?: string;
  /** Text that creates the block when typed at the beginning of a line. */
  typed?: string;
  /** True for frequently used blocks: they have a button of their own in the toolbar. */
  isCommon?: boolean;
  isActive?: (editor: Editor) => boolean;
  run: (editor: Editor, asks: BlockAsks) => void;
}

const TEXT: EditorBlock[] = [
  {
    id: 'paragraph',
    words: 'paragraph',
    icon: 'paragraph',
    shortcut: 'Mod+Alt+0',
    isCommon: true,
    isActive: (editor) => editor.isActive('paragraph'),
    run: (editor) => inText(editor).setParagraph().run(),
  },
  {
    id: 'heading',
    words: 'heading',
    icon: 'heading',
    shortcut: 'Mod+Alt+2',
    typed: '##',
    isCommon: true,
    isActive: (editor) => editor.isActive('heading', { level: 2 }),
    run: (editor) => inText(editor).toggleHeading({ level: 2 }).run(),
  },
  {
    id: 'subheading',
    words: 'subheading',
    icon: 'subheading',
    shortcut: 'Mod+Alt+3',
    typed: '###',
    isCommon: true,
    isActive: (editor) => editor.isActive('heading', { level: 3 }),
    run: (editor) => inText(editor).toggleHeading({ level: 3 }).run(),
  },
];

const LISTS: EditorBlock[] = [
  {
    id: 'bullet-list',
    words: 'bulletList',
    icon: 'bulletList',
    shortcut: 'Mod+Shift+8',
    typed: '-',
    isCommon: true,
    isActive: (editor) => editor.isActive('bulletList'),
    run: (editor) => toggleList(editor, 'bulletList'),
  },
  {
    id: 'ordered-list',
    words: 'orderedList',
    icon: 'orderedList',
    shortcut: 'Mod+Shift+7',
    typed: '1.',
    isCommon: true,
    isActive: (editor) => editor.isActive('orderedList'),
    run: (editor) => toggleList(editor, 'orderedList'),
  },
  {
    id: 'task-list',
    words: 'taskList',
    icon: 'taskList',
    shortcut: 'Mod+Shift+9',
    typed: '- [ ]',
    isActive: (editor) => editor.isActive('taskList'),
    run: (editor) => toggleList(editor, 'taskList'),
  },
];

const QUOTES: EditorBlock[] = [
  {
    id: 'quote',
    words: 'quote',
    icon: 'quote',
    shortcut: 'Mod+Shift+B',
    typed: '>',
    isCommon: true,
    isActive: (editor) => editor.isActive('blockquote'),
    run: (editor) => inText(editor).toggleBlockquote().run(),
  },
  {
    id: 'pull-quote',
    words: 'pullQuote',
    icon: 'pullQuote',
    shortcut: 'Mod+Alt+Q',
    typed: '>>',
    isCommon: true,
    isActive: (editor) => editor.isActive('pullQuote'),
    run: (editor) => inText(editor).toggleNode('pullQuote', 'paragraph').run(),
  },
];

const INSERTED: EditorBlock[] = [
  {
    id: 'picture',
    words: 'picture',
    icon: 'picture',
    shortcut: 'Mod+Alt+P',
    isCommon: true,
    run: (_editor, { onPicture }) => onPicture(),
  },
  {
    id: 'table',
    words: 'table',
    icon: 'table',
    shortcut: 'Mod+Alt+T',
    isCommon: true,
    isActive: (editor) => editor.isActive('table'),
    run: (editor) => inText(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    id: 'divider',
    words: 'divider',
    icon: 'divider',
    typed: '---',
    shortcut: 'Mod+Alt+L',
    isCommon: true,
    run: (editor) => inText(editor).setHorizontalRule().run(),
  },
  {
    id: 'footnote',
    words: 'footnote',
    icon: 'footnote',
    shortcut: 'Mod+Alt+F',
    typed: '[^',
    isCommon: true,
    run: insertFootnote,
  },
  {
    id: 'snippet',
    words: 'snippet',
    icon: 'snippet',
    shortcut: SNIPPET_KEYS,
    run: (_editor, { onSnippets }) => onSnippets(),
  },
];

const BOXES: EditorBlock[] = [
  {
    id: 'note',
    words: 'note',
    icon: 'note',
    shortcut: 'Mod+Alt+N',
    typed: '!',
    isActive: (editor) => editor.isActive('callout', { kind: 'note' }),
    run: (editor) => toggleCallout(editor, 'note'),
  },
  {
    id: 'correction',
    words: 'correction',
    icon: 'correction',
    shortcut: 'Mod+Alt+E',
    typed: '!!',
    isActive: (editor) => editor.isActive('callout', { kind: 'correction' }),
    run: (editor) => toggleCallout(editor, 'correction'),
  },
  {
    id: 'code-block',
    words: 'codeBlock',
    icon: 'codeBlock',
    shortcut: 'Mod+Alt+C',
    typed: '```',
    isActive: (editor) => editor.isActive('codeBlock'),
    run: (editor) => inText(editor).toggleCodeBlock().run(),
  },
  {
    id: 'card',
    words: 'card',
    icon: 'card',
    shortcut: 'Mod+Alt+K',
    run: (_editor, { onCard }) => onCard(),
  },
];

/** Every block that can be inserted, in groups; used by the toolbar, the keys and the menus. */
export const BLOCK_GROUPS: EditorBlock[][] = [TEXT, LISTS, QUOTES, INSERTED, BOXES];

/** The same blocks as one list. */
export const BLOCKS: EditorBlock[] = BLOCK_GROUPS.flat();
