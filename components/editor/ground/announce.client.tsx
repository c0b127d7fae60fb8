'use client';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef } from 'react';

declare module '@tiptap/core' {
  interface EditorEvents {
    /** Tells screen readers what happened. */
    announce: { text: string };
  }
}

/** Renders the live region that announces the editor's actions. */
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
  return <p ref={place} role="status" className="sr-only" data-announcer />;
}

/** Announces to screen readers what just happened in the text. */
export function announce(editor: Editor, text: string): void {
  editor.emit('announce', { text });
}
