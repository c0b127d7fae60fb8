import { Mark } from '@tiptap/core';

/** Letters above the line, as in a power or a French ordinal; the mark of a footnote is a node, not this. */
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

/** Letters below the line, as in a formula of chemistry. */
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
