import { Node } from '@tiptap/core';

/** The reference of a footnote in the text; it carries the note, and its number is its position among the footnotes. */
export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,

  addAttributes() {
    return { text: { default: '' } };
  },

  parseHTML() {
    return [
      {
        tag: 'sup[data-footnote]',
        getAttrs: (element) => ({ text: element.getAttribute('data-footnote') ?? '' }),
      },
    ];
  },

  renderHTML({ node }) {
    return ['sup', { 'data-footnote': node.attrs.text }];
  },
});
