import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** The key of the marks for invisible characters in the editor's state. */
export const invisibleKey = new PluginKey<DecorationSet>('invisible');

const ZERO_WIDTH = {
  class:
    "relative after:absolute after:bottom-0 after:-left-px after:h-[1em] after:border-l-2 after:border-accent/60 after:content-['']",
  'data-part': 'zero-width',
};

/** Marks each zero-width space. When the text changes, only the changed blocks are scanned again. */
export function invisiblePlugin(): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: invisibleKey,
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, marksIn(doc, 0, doc.content.size)),
      apply: (tr, marks) => {
        if (!tr.docChanged) return marks;
        let now = marks.map(tr.mapping, tr.doc);
        const changed = tr.changedRange();
        if (!changed) return now;
        const $from = tr.doc.resolve(changed.from);
        const $to = tr.doc.resolve(changed.to);
        const from = $from.depth > 0 ? $from.before(1) : changed.from;
        const to = $to.depth > 0 ? $to.after(1) : changed.to;
        now = now.remove(now.find(from, to));
        return now.add(tr.doc, marksIn(tr.doc, from, to));
      },
    },
    props: { decorations: (state) => invisibleKey.getState(state) },
  });
}

function marksIn(doc: Node, from: number, to: number): Decoration[] {
  const marks: Decoration[] = [];
  doc.nodesBetween(from, to, (node, position) => {
    if (!node.isText) return;
    for (const { index } of (node.text ?? '').matchAll(/\u200B/g))
      marks.push(Decoration.inline(position + index, position + index + 1, ZERO_WIDTH));
  });
  return marks;
}
