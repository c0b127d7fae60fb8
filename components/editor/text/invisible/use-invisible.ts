'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';

/** Returns whether zero-width spaces are shown, and a setter; the plugin is loaded on first use. */
export function useInvisible(editor: Editor): [boolean, (isShown: boolean) => void] {
  const [isShown, setShown] = useState(false);
  const show = async (isWanted: boolean) => {
    const { invisibleKey, invisiblePlugin } = await import('./invisible-plugin');
    if (editor.isDestroyed) return;
    if (isWanted) editor.registerPlugin(invisiblePlugin());
    else editor.unregisterPlugin(invisibleKey);
    setShown(isWanted);
  };
  return [
    isShown,
    (isWanted) => {
      show(isWanted).catch((error) => console.warn('The marks could not be loaded.', error));
    },
  ];
}
