import type { Editor } from '@tiptap/core';
import { inText } from '@/components/editor/ground/in-text';
import type { CalloutAttributes } from '@/lib/document/attributes';

/** Wraps the selected blocks in a box of this kind, unwraps them, or changes a box of the other kind. */
export function toggleCallout(editor: Editor, kind: CalloutAttributes['kind']): void {
  const chain = inText(editor);
  if (editor.isActive('callout', { kind })) chain.lift('callout').run();
  else if (editor.isActive('callout')) chain.updateAttributes('callout', { kind }).run();
  else if (editor.can().wrapIn('callout')) chain.wrapIn('callout', { kind }).run();
  // What a box cannot contain, such as a heading, becomes a paragraph in it.
  else chain.clearNodes().wrapIn('callout', { kind }).run();
}
