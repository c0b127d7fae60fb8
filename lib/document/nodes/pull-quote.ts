import { Node } from '@tiptap/core';

/** A sentence of the post, set in large type apart from the text. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,

  parseHTML() {
    return [{ tag: 'blockquote.pull-quote', priority: 60 }, { tag: 'figure.wp-block-pullquote blockquote' }];
  },

  renderHTML() {
    return ['blockquote', { class: 'pull-quote' }, 0];
  },
});
