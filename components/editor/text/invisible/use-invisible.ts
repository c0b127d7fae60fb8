'use client';
import type { Editor } from '@tiptap/react';
import { useState } from 'react';

/** Whether zero-width spaces are shown; the marks for them are loaded when they are first wanted. */
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
