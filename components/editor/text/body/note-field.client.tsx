'use client';
import { type Editor, EditorContent, type JSONContent, useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import { useDeskWords } from '@/components/desk/ui/desk-words.client';
import { Lazy } from '@/components/editor/ground/lazy.client';
import { type NoteWords, noteKey, noteOf, noteParagraphs } from '@/lib/document/note-words';
import type { BodyNode } from '@/lib/document/types';
import { loadLinkForm } from '../lazy-parts';
import { noteExtensions } from './note-extensions';
import { NoteTools } from './note-tools.client';

const FIELD =
  'border-soft bg-paper text-base km:leading-relaxed max-h-60 min-h-20! overflow-y-auto rounded-md border px-2.5 py-1.75 leading-[1.45] focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent [&_p]:m-0 [&_p+p]:mt-2';

interface NoteFieldProps {
  /** The editor of the text around the note. */
  around: Editor;
  note: NoteWords;
  /** Reads the note from the text as it is now: what was rendered may be some letters old. */
  readNote: () => NoteWords;
  /** Whether the caret goes into the field at once. */
  isCalled: boolean;
  onChange: (note: NoteWords) => void;
  onClose: () => void;
}

/** The field for the words of a footnote, with its tools. Escape and a second Enter close it. */
export function NoteField({ around, note, readNote, isCalled, onChange, onClose }: NoteFieldProps) {
  const words = useDeskWords().blocks;
  const [isLinking, setLinking] = useState(false);
  const keys = useRef({ onClose, onLink: () => setLinking(true) });
  keys.current.onClose = onClose;
  const [options] = useState(() => ({
    extensions: noteExtensions(around, () => keys.current),
    content: contentOf(note),
    editorProps: {
      attributes: { class: FIELD, role: 'textbox', 'aria-multiline': 'true', 'aria-label': words.footnote },
    },
  }));
  /** What the field contains, as far as the text around it knows. */
  const told = useRef(noteKey(note));
  const editor = useEditor({
    ...options,
    injectCSS: false,
    // Only shown in a browser. A frame later, the first key would go to the text and replace the note.
    immediatelyRender: true,
    shouldRerenderOnTransaction: false,
    enablePasteRules: ['links'],
    onUpdate: ({ editor }) => {
      const changed = wordsIn(editor);
      told.current = noteKey(changed);
      onChange(changed);
    },
  });
  const read = useRef(readNote);
  read.current = readNote;
  // biome-ignore lint/correctness/useExhaustiveDependencies(note): a change of the note is why to look.
  useEffect(() => {
    const now = read.current();
    const key = noteKey({ ...now });
    if (key === told.current) return;
    // The note was changed from outside, such as by undoing in the text.
    told.current = key;
    editor.commands.setContent(contentOf(now), { emitUpdate: false });
  }, [editor, note]);
  useEffect(() => {
    if (!isCalled) return;
    // One frame later, because the editor takes the focus back after a command.
    const frame = requestAnimationFrame(() => {
      if (editor.isDestroyed || editor.isFocused) return;
      editor.commands.setTextSelection(editor.state.doc.content.size);
      editor.view.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [editor, isCalled]);
  return (
    <>
      <NoteTools editor={editor} isLinking={isLinking} onLink={() => setLinking(!isLinking)} />
      {isLinking && <Lazy load={loadLinkForm} props={{ editor, onClose: () => setLinking(false) }} />}
      <EditorContent editor={editor} />
    </>
  );
}

function contentOf(note: NoteWords): JSONContent {
  const paragraphs = noteParagraphs({ ...note });
  const content = paragraphs.map((nodes) => ({ type: 'paragraph', content: nodes }));
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function wordsIn({ state: { doc } }: Editor): NoteWords {
  return noteOf(doc.children.map((paragraph) => paragraph.children.map((node): BodyNode => node.toJSON())));
}
