'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { IconButton } from '@/components/desk/ui/icon-button';
import { inText } from '@/components/editor/ground/in-text';
import { shortcutLabel } from '@/components/editor/ground/shortcut-label';
import { Icon } from '../toolbar/icons';

interface NoteToolsProps {
  /** The editor of the note. */
  editor: Editor;
  isLinking: boolean;
  onLink: () => void;
}

/** Renders the buttons for bold, italic and links above the field of a footnote. */
export function NoteTools({ editor, isLinking, onLink }: NoteToolsProps) {
  const { toolbar, blocks } = useDeskWords();
  const active = useEditorState({
    editor,
    selector: ({ editor }) => ({
      bold: editor.isActive('bold'),
      italic: editor.isActive('italic'),
      link: editor.isActive('link'),
    }),
  });
  const tools = [
    { id: 'bold', keys: 'Mod+B', run: () => inText(editor).toggleBold().run() },
    { id: 'italic', keys: 'Mod+I', run: () => inText(editor).toggleItalic().run() },
    { id: 'link', keys: 'Mod+K', run: onLink },
  ] as const;
  return (
    <fieldset aria-label={blocks.footnoteTools} className="flex gap-1">
      {tools.map(({ id, keys, run }) => (
        <IconButton
          key={id}
          // The sign in it is no target: the text would take a press on it for one on the note.
          className="*:pointer-events-none"
          label={toolbar[id]}
          title={`${toolbar[id]} (${shortcutLabel(keys)})`}
          aria-pressed={active[id]}
          aria-expanded={id === 'link' ? isLinking : undefined}
          // The field keeps its selection and, on a phone, the on-screen keyboard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={run}
        >
          <Icon name={id} />
        </IconButton>
      ))}
    </fieldset>
  );
}
