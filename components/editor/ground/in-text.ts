import type { ChainedCommands, Editor } from '@tiptap/core';

/**
 * Starts a chain of commands with the caret in the text immediately. Tiptap's own `focus` waits for a frame, and
 * keys typed in that frame would go to the button that was pressed.
 */
export function inText(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain().scrollIntoView();
}
