import { Mark } from '@tiptap/core';

/** Superscript, as in a power or a French ordinal; the reference of a footnote is a node, not this mark. */
export const Superscript = Mark.create({
  name: 'superscript',
  excludes: 'superscript subscript',

  parseHTML() {
    return [{ tag: 'sup:not([data-footnote])' }];
  },

  renderHTML() {
    return ['sup', 0];
  },
});

/** Subscript, as in a chemical formula. */
export const Subscript = Mark.create({
  name: 'subscript',
  excludes: 'superscript subscript',

  parseHTML() {
    return [{ tag: 'sub' }];
  },

  renderHTML() {
    return ['sub', 0];
  },
});
