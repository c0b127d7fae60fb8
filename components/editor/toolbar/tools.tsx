import type { Editor } from '@tiptap/core';
import type { ReactNode } from 'react';
import { Icon } from './icons';

/** One button of the toolbar. */
export interface Tool {
  id: string;
  label: string;
  /** As written for people; `Mod` is ⌘ on a Mac and Ctrl elsewhere. */
  shortcut?: string;
  face: ReactNode;
  isActive?: (editor: Editor) => boolean;
  isAvailable?: (editor: Editor) => boolean;
  run: (editor: Editor) => void;
}

const chain = (editor: Editor) => editor.chain().focus();

const BLOCKS: Tool[] = [
  {
    id: 'paragraph',
    label: 'Paragraph',
    shortcut: 'Mod+Alt+0',
    face: '¶',
    isActive: (editor) => editor.isActive('paragraph'),
    run: (editor) => chain(editor).setParagraph().run(),
  },
  ...([2, 3] as const).map((level) => ({
    id: `heading-${level}`,
    label: level === 2 ? 'Heading' : 'Subheading',
    shortcut: `Mod+Alt+${level}`,
    face: `H${level}`,
    isActive: (editor: Editor) => editor.isActive('heading', { level }),
    run: (editor: Editor) => void chain(editor).toggleHeading({ level }).run(),
  })),
];

const INLINE: Tool[] = [
  {
    id: 'bold',
    label: 'Bold',
    shortcut: 'Mod+B',
    face: <b>B</b>,
    isActive: (editor) => editor.isActive('bold'),
    run: (editor) => chain(editor).toggleBold().run(),
  },
  {
    id: 'italic',
    label: 'Italic',
    shortcut: 'Mod+I',
    face: <i>I</i>,
    isActive: (editor) => editor.isActive('italic'),
    run: (editor) => chain(editor).toggleItalic().run(),
  },
];

const LISTS: Tool[] = [
  {
    id: 'bullet-list',
    label: 'Bulleted list',
    shortcut: 'Mod+Shift+8',
    face: <Icon name="bulletList" />,
    isActive: (editor) => editor.isActive('bulletList'),
    run: (editor) => chain(editor).toggleBulletList().run(),
  },
  {
    id: 'ordered-list',
    label: 'Numbered list',
    shortcut: 'Mod+Shift+7',
    face: <Icon name="orderedList" />,
    isActive: (editor) => editor.isActive('orderedList'),
    run: (editor) => chain(editor).toggleOrderedList().run(),
  },
  {
    id: 'quote',
    label: 'Quotation',
    shortcut: 'Mod+Shift+B',
    face: <Icon name="quote" />,
    isActive: (editor) => editor.isActive('blockquote'),
    run: (editor) => chain(editor).toggleBlockquote().run(),
  },
  {
    id: 'pull-quote',
    label: 'Pull quote',
    shortcut: 'Mod+Alt+Q',
    face: <Icon name="pullQuote" />,
    isActive: (editor) => editor.isActive('pullQuote'),
    run: (editor) => chain(editor).toggleNode('pullQuote', 'paragraph').run(),
  },
];

const HISTORY: Tool[] = [
  {
    id: 'undo',
    label: 'Undo',
    shortcut: 'Mod+Z',
    face: <Icon name="undo" />,
    isAvailable: (editor) => editor.can().undo(),
    run: (editor) => chain(editor).undo().run(),
  },
  {
    id: 'redo',
    label: 'Redo',
    shortcut: 'Mod+Shift+Z',
    face: <Icon name="redo" />,
    isAvailable: (editor) => editor.can().redo(),
    run: (editor) => chain(editor).redo().run(),
  },
];

/** Every button in its group; those that open something are given what they open. */
export function toolGroups(opens: { link: () => void; picture: () => void; table: () => void }): Tool[][] {
  const link: Tool = {
    id: 'link',
    label: 'Link',
    shortcut: 'Mod+K',
    face: <Icon name="link" />,
    isActive: (editor) => editor.isActive('link'),
    run: opens.link,
  };
  return [BLOCKS, [...INLINE, link], LISTS, [...insertTools(opens)], HISTORY];
}

function insertTools({ picture, table }: { picture: () => void; table: () => void }): Tool[] {
  return [
    { id: 'picture', label: 'Picture', shortcut: 'Mod+Alt+P', face: <Icon name="picture" />, run: picture },
    {
      id: 'table',
      label: 'Table',
      face: <Icon name="table" />,
      isActive: (editor) => editor.isActive('table'),
      run: table,
    },
    {
      id: 'divider',
      label: 'Divider',
      face: <Icon name="divider" />,
      run: (editor) => chain(editor).setHorizontalRule().run(),
    },
    {
      id: 'footnote',
      label: 'Footnote',
      shortcut: 'Mod+Alt+F',
      face: (
        <span>
          a<sup>1</sup>
        </span>
      ),
      run: insertFootnote,
    },
  ];
}

/** Puts an empty footnote after the selection and selects it, which opens its box. */
export function insertFootnote(editor: Editor): void {
  const at = editor.state.selection.to;
  editor.chain().insertContentAt(at, { type: 'footnote' }).setNodeSelection(at).run();
}
