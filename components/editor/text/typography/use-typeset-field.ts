'use client';
import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { typeset } from './typeset';

/**
 * Typographic signs in a field of plain text. They go in as an edit of their own, so that the browser's
 * undo gives back the letters that were typed.
 */
export function useTypesetField(language: LanguageCode) {
  /** Where letters were last replaced, so that Backspace there gives them back. */
  const replacedAt = useRef<number | null>(null);
  return {
    onInput(event: FormEvent<HTMLTextAreaElement>): void {
      const field = event.currentTarget;
      replacedAt.current = null;
      const { inputType, isComposing, data } = event.nativeEvent as InputEvent;
      const caret = field.selectionStart;
      if (inputType !== 'insertText' || isComposing || data?.length !== 1) return;
      const set = typeset(field.value.slice(0, caret), language);
      if (!set) return;
      field.setSelectionRange(caret - set.length, caret);
      // The one way to edit a field that its own undo knows of; browsers keep it for that.
      document.execCommand('insertText', false, set.text);
      replacedAt.current = field.selectionStart;
    },
    /** Backspace right after a replacement takes the replacement back. @returns whether it did. */
    takeBack(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
      const isThere = event.key === 'Backspace' && replacedAt.current === event.currentTarget.selectionEnd;
      replacedAt.current = null;
      if (!isThere) return false;
      event.preventDefault();
      return document.execCommand('undo');
    },
  };
}
