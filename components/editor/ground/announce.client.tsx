'use client';
import type { Editor } from '@tiptap/core';

/** Where the editor says aloud what it did; its words are written by `announce` alone. */
export function Announcer() {
  return <p role="status" className="ed-unseen" data-announcer />;
}

/** Has screen readers say what just happened in the text. */
export function announce(editor: Editor, text: string): void {
  const place = editor.view.dom.closest('.editor')?.querySelector('[data-announcer]');
  if (place) place.textContent = text;
}
