'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { useEffect } from 'react';
import { Lazy } from '@/components/editor/ground/lazy.client';
import type { NamedSnippet } from '@/components/editor/ground/named-snippet';
import type { BlockAsks } from '../blocks/block-list';
import { loadSlashMenu } from '../lazy-parts';
import { slashKey } from './slash-state';

interface SlashHostProps {
  editor: Editor;
  asks: BlockAsks;
  snippets: NamedSnippet[];
  /** Called when a menu opens: the snippets may be fetched now. */
  onOpen: () => void;
}

/** Shows the slash menu; the menu itself is loaded when someone begins to write. */
export function SlashHost({ editor, asks, snippets, onOpen }: SlashHostProps) {
  const slash = useEditorState({
    editor,
    selector: ({ editor }) => slashKey.getState(editor.state)?.open ?? null,
  });
  const isOpen = slash !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies(onOpen): once for each opening.
  useEffect(() => {
    if (isOpen) onOpen();
  }, [isOpen]);
  return slash && <Lazy key={slash.from} load={loadSlashMenu} props={{ editor, asks, snippets, slash }} />;
}
