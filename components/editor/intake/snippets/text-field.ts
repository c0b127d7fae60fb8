/** A field that holds words without formatting: the headline, a caption. */
export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Returns the field of the page that has the focus, or null. */
export function focusedTextField(): TextField | null {
  const { activeElement: at } = document;
  if (at instanceof HTMLTextAreaElement) return at;
  return at instanceof HTMLInputElement && at.type === 'text' ? at : null;
}

/** Puts words at the caret of a field, as one step of the field's own undo. */
export function insertInField(field: TextField, text: string): void {
  const line = field instanceof HTMLInputElement ? text.replaceAll('\n', ' ') : text;
  const { selectionStart, selectionEnd } = field;
  field.focus();
  // After a dialog, the focus alone is not enough for Chromium: it also wants to be told where the caret is.
  field.setSelectionRange(selectionStart, selectionEnd);
  // The only way to edit a field that its own undo records; browsers keep it for that.
  document.execCommand('insertText', false, line);
}
