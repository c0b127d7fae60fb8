import type { Editor } from '@tiptap/core';

/** Inserts an empty footnote after the selection and selects it, which opens its editor. */
export function insertFootnote(editor: Editor): void {
  const at = editor.state.selection.to;
  editor.chain().insertContentAt(at, { type: 'footnote' }).setNodeSelection(at).run();
}
