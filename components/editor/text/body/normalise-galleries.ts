import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, type Transaction } from '@tiptap/pm/state';

/**
 * Removes empty figures, with which ProseMirror fills a gallery that became too small or was pasted into. A
 * gallery with one picture left becomes that picture.
 */
export const NormaliseGalleries = Extension.create({
  name: 'mendGalleries',
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, state) =>
          transactions.some((transaction) => transaction.docChanged) ? normaliseGalleries(state) : null,
      }),
    ];
  },
});

interface Repair {
  from: number;
  to: number;
  content: Node[];
}

/** Returns the transaction that removes figures without a picture, or null when there are none. */
export function normaliseGalleries(state: EditorState): Transaction | null {
  const repairs: Repair[] = [];
  state.doc.descendants((node, from) => {
    if (node.isTextblock) return false;
    const to = from + node.nodeSize;
    if (node.type.name === 'figure' && isEmpty(node)) repairs.push({ from, to, content: [] });
    if (node.type.name !== 'gallery') return true;
    const real = node.children.filter((figure) => !isEmpty(figure));
    if (real.length < node.childCount) {
      const content = real.length > 1 ? [node.type.create(node.attrs, real)] : real;
      repairs.push({ from, to, content });
    }
    return false;
  });
  if (repairs.length === 0) return null;
  const transaction = state.tr;
  for (const { from, to, content } of repairs.reverse()) {
    if (content.length > 0) transaction.replaceWith(from, to, content);
    else transaction.delete(from, to);
  }
  return transaction;
}

function isEmpty(figure: Node): boolean {
  return figure.attrs.mediaId === '';
}
