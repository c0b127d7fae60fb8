import type { FormEvent, KeyboardEvent } from 'react';
import type { LanguageCode } from '@/lib/language/languages';
import { typeset } from './typeset';

/** Where each field last had letters replaced, so that Backspace there gives them back. */
const replacedAt = new WeakMap<HTMLTextAreaElement, number>();

/**
 * Typographic signs in a field of plain text. They go in as an edit of their own, so that the browser's
 * undo gives back the letters that were typed.
 */
export function typesetField(event: FormEvent<HTMLTextAreaElement>, language: LanguageCode): void {
  const field = event.currentTarget;
  replacedAt.delete(field);
  const { inputType, isComposing, data } = event.nativeEvent as InputEvent;
  const caret = field.selectionStart;
  if (inputType !== 'insertText' || isComposing || data?.length !== 1) return;
  const set = typeset(field.value.slice(0, caret), language);
  if (!set) return;
  field.setSelectionRange(caret - set.length, caret);
  // The one way to edit a field that its own undo knows of; browsers keep it for that.
  document.execCommand('insertText', false, set.text);
  replacedAt.set(field, field.selectionStart);
}

/** Backspace right after a replacement takes the replacement back. @returns whether it did. */
export function takeBackTypeset(event: KeyboardEvent<HTMLTextAreaElement>): boolean {
  const field = event.currentTarget;
  const isThere = event.key === 'Backspace' && replacedAt.get(field) === field.selectionEnd;
  replacedAt.delete(field);
  if (!isThere) return false;
  event.preventDefault();
  return document.execCommand('undo');
}
