'use client';
import { type Editor, useEditorState } from '@tiptap/react';
import type { BlockAsks } from '../blocks/block-list';
import { Late } from '../late.client';
import { slashKey } from './slash-state';

const loadMenu = () => import('./slash-menu.client').then((slash) => slash.SlashMenu);

/** Shows the menu of blocks at a slash; the menu itself is loaded when the first slash is typed. */
export function SlashHost({ editor, asks }: { editor: Editor; asks: BlockAsks }) {
  const slash = useEditorState({
    editor,
    selector: ({ editor }) => slashKey.getState(editor.state)?.open ?? null,
  });
  return slash && <Late key={slash.from} load={loadMenu} props={{ editor, asks, slash }} />;
}
