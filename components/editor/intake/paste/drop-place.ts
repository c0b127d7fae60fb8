import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/** Returns the position in the text under the pointer; null outside it and in code, where a drop is plain text. */
export function dropPlace(view: EditorView, { clientX, clientY }: DragEvent): number | null {
  const found = view.posAtCoords({ left: clientX, top: clientY });
  if (!found || view.state.doc.resolve(found.pos).parent.type.spec.code) return null;
  return found.pos;
}

/** Puts the caret where something was dropped; between blocks, into a new paragraph there. */
export function selectDropPlace(view: EditorView, droppedAt: number): void {
  const { tr, schema, doc } = view.state;
  const $at = doc.resolve(Math.min(droppedAt, doc.content.size));
  const { paragraph } = schema.nodes;
  if ($at.parent.inlineContent) {
    tr.setSelection(TextSelection.create(doc, $at.pos));
  } else if (paragraph && $at.parent.canReplaceWith($at.index(), $at.index(), paragraph)) {
    tr.insert($at.pos, paragraph.create());
    tr.setSelection(TextSelection.create(tr.doc, $at.pos + 1));
  } else tr.setSelection(Selection.near($at));
  view.dispatch(tr);
  view.focus();
}
