'use client';
import type { Editor } from '@tiptap/react';
import { useEffect, useState } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { wordsBetween, wordsOf } from './counts';

const AFTER_TYPING_MS = 400;

/**
 * Returns the word counts of the text and of the selection. They are counted in pauses, so that typing never
 * waits.
 */
export function useCounts(editor: Editor, language: LanguageCode): { words: number; selected: number } {
  const [counts, setCounts] = useState({ words: 0, selected: 0 });
  useEffect(() => {
    let timer = 0;
    const count = () => {
      if (editor.isDestroyed) return;
      const { doc, selection } = editor.state;
      const selected = selection.empty ? 0 : wordsBetween(doc, selection.from, selection.to, language);
      const words = wordsOf(doc, language);
      setCounts((before) =>
        before.words === words && before.selected === selected ? before : { words, selected },
      );
    };
    const later = () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(count, AFTER_TYPING_MS);
    };
    later();
    editor.on('update', later);
    editor.on('selectionUpdate', later);
    return () => {
      window.clearTimeout(timer);
      editor.off('update', later);
      editor.off('selectionUpdate', later);
    };
  }, [editor, language]);
  return counts;
}
