'use client';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Editor } from '@tiptap/react';
import { useCallback, useEffect, useState } from 'react';
import { blockAt } from '../arranging/block-at';

const REMEMBERED_AS = 'broadside:focus-mode';
const focusKey = new PluginKey('focus-mode');

/**
 * Turns focus mode on and off: only the text is shown, with the current paragraph emphasised. Escape leaves it;
 * this device remembers it.
 */
export function useFocusMode(editor: Editor | null): [boolean, (isOn: boolean) => void] {
  const [isOn, setOn] = useState(false);
  useEffect(() => setOn(localStorage.getItem(REMEMBERED_AS) === 'on'), []);
  const set = useCallback((isOn: boolean) => {
    localStorage.setItem(REMEMBERED_AS, isOn ? 'on' : 'off');
    setOn(isOn);
  }, []);
  useEffect(() => {
    if (!isOn || !editor) return;
    const leave = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) set(false);
    };
    document.addEventListener('keydown', leave);
    editor.registerPlugin(markOfPlace());
    return () => {
      document.removeEventListener('keydown', leave);
      if (!editor.isDestroyed) editor.unregisterPlugin(focusKey);
    };
  }, [isOn, editor, set]);
  return [isOn, set];
}

/** Marks the block at the caret. */
function markOfPlace(): Plugin {
  return new Plugin({
    key: focusKey,
    props: {
      decorations: ({ doc, selection }) => {
        const block = blockAt(doc, selection.head);
        if (!block) return null;
        const end = block.position + block.node.nodeSize;
        return DecorationSet.create(doc, [Decoration.node(block.position, end, { 'data-at-hand': '' })]);
      },
    },
  });
}
