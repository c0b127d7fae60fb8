'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import { Lazy } from '@/components/editor/ground/lazy.client';
import type { BlockAsks } from '../blocks/block-list';
import { loadSlashMenu } from '../lazy-parts';
import { slashKey } from './slash-state';

/** Shows the slash menu; the menu itself is loaded when someone begins to write. */
export function SlashHost({ editor, asks }: { editor: Editor; asks: BlockAsks }) {
  const slash = useEditorState({
    editor,
    selector: ({ editor }) => slashKey.getState(editor.state)?.open ?? null,
  });
  return slash && <Lazy key={slash.from} load={loadSlashMenu} props={{ editor, asks, slash }} />;
}
