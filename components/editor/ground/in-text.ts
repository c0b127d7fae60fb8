import type { ChainedCommands, Editor } from '@tiptap/core';

/**
 * A chain of commands on the text, with the caret in it at once: Tiptap's own `focus` waits for a frame,
 * and what a quick hand types meanwhile would go to the button that was pressed.
 */
export function inText(editor: Editor): ChainedCommands {
  editor.view.focus();
  return editor.chain().scrollIntoView();
}
