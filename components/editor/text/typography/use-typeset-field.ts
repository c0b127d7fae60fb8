'use client';
import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { typeset } from './typeset';

/**
 * Replaces typed characters in a plain text field with typographic ones. Each replacement is an edit of its own,
 * so that the browser's undo restores what was typed.
 */
export function useTypesetField(language: LanguageCode) {
  /** Position of the last replacement, so that Backspace there reverts it. */
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
      // The only way to edit a field that its own undo records; browsers keep it for that.
      document.execCommand('insertText', false, set.text);
      replacedAt.current = field.selectionStart;
    },
    /** Reverts a replacement on Backspace right after it. @returns whether it did. */
    takeBack(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
      const isThere = event.key === 'Backspace' && replacedAt.current === event.currentTarget.selectionEnd;
      replacedAt.current = null;
      if (!isThere) return false;
      event.preventDefault();
      return document.execCommand('undo');
    },
  };
}
