import { Node } from '@tiptap/core';

/** A sentence of the piece itself, set large beside the text. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: 'inline*',
  defining: true,

  parseHTML() {
    return [{ tag: 'aside.pull-quote' }, { tag: 'figure.wp-block-pullquote blockquote' }];
  },

  renderHTML() {
    return ['aside', { class: 'pull-quote' }, 0];
  },
});
