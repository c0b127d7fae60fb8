import { Extension, markPasteRule } from '@tiptap/core';
import type { MarkType } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { addressesIn, addressOf } from './addresses';
import { linkTyped } from './link-typed';

/** Turns addresses into links: typed ones at the following space, pasted ones immediately. */
export const LinkExtension = Extension.create({
  name: 'links',
  addPasteRules() {
    const type = this.editor.schema.marks.link;
    if (!type) return [];
    const find = (text: string) =>
      addressesIn(text).map(({ index, text, href }) => ({ index, text, data: { href } }));
    return [markPasteRule({ find, type, getAttributes: ({ data }) => ({ href: data?.href }) })];
  },
  addProseMirrorPlugins() {
    const type = this.editor.schema.marks.link;
    return type ? [linkTyped(type), linkSelected(type)] : [];
  },
});

/** Links the selected words to a pasted address. */
function linkSelected(type: MarkType): Plugin {
  return new Plugin({
    props: {
      handlePaste: (view, _event, slice) => {
        const { selection, tr } = view.state;
        const href = addressOf(slice.content.textBetween(0, slice.content.size, '\n'));
        if (selection.empty || !href || selection.$from.parent.type.spec.code) return false;
        view.dispatch(tr.addMark(selection.from, selection.to, type.create({ href })));
        return true;
      },
    },
  });
}
