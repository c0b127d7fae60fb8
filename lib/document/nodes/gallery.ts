import { Node } from '@tiptap/core';

/** Two to nine pictures shown together, each with its own caption and credit. */
export const Gallery = Node.create({
  name: 'gallery',
  group: 'block',
  content: 'figure{2,9}',
  isolating: true,

  parseHTML() {
    return [{ tag: 'div[data-gallery]' }];
  },

  renderHTML() {
    return ['div', { 'data-gallery': '' }, 0];
  },
});
