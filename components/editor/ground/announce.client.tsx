'use client';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Something happened that screen readers should say. */
    announce: { text: string };
  }
}

/** The live region in which the editor says what it did. */
export function Announcer({ editor }: { editor: Editor }) {
  const place = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const say = ({ text }: { text: string }) => {
      if (place.current) place.current.textContent = text;
    };
    editor.on('announce', say);
    return () => {
      editor.off('announce', say);
    };
  }, [editor]);
  return <p ref={place} role="status" className="ed-unseen" data-announcer />;
}

/** Has screen readers say what just happened in the text. */
export function announce(editor: Editor, text: string): void {
  editor.emit('announce', { text });
}
