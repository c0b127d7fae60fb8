import { Extension } from '@tiptap/core';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { clusterStep } from './cluster-step';

/**
 * Makes the arrow keys move, and with Shift select, by Khmer cluster. Backspace stays the browser's, which deletes
 * one character at a time, as authors expect.
 */
export const ClusterKeys = Extension.create({
  name: 'clusterKeys',
  addKeyboardShortcuts() {
    const go = (step: -1 | 1, isSelecting: boolean) => () => {
      const { state, view } = this.editor;
      const transaction = view.composing ? null : stepped(state, step, isSelecting);
      if (transaction) view.dispatch(transaction.scrollIntoView());
      return transaction !== null;
    };
    return {
      ArrowLeft: go(-1, false),
      ArrowRight: go(1, false),
      'Shift-ArrowLeft': go(-1, true),
      'Shift-ArrowRight': go(1, true),
    };
  },
});

function stepped(state: EditorState, step: -1 | 1, isSelecting: boolean): Transaction | null {
  const { selection, doc, tr } = state;
  if (!(selection instanceof TextSelection) || (!isSelecting && !selection.empty)) return null;
  const { parent, parentOffset } = selection.$head;
  const text = parent.textBetween(0, parent.content.size, undefined, '\uFFFC');
  const to = clusterStep(text, parentOffset, step);
  if (to === null) return null;
  const head = selection.$head.start() + to;
  return tr.setSelection(TextSelection.create(doc, isSelecting ? selection.anchor : head, head));
}
