import { Node } from '@tiptap/core';
import { CalloutAttributes } from '../attributes';
import { readAttributes } from './written-attributes';

/** A box set apart from the argument: a note, or what an earlier text had wrong. */
export const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: '(paragraph | bulletList | orderedList | taskList)+',
  defining: true,

  addAttributes() {
    return { kind: { default: 'note' } };
  },

  parseHTML() {
    return [{ tag: 'aside[data-kind]', getAttrs: readAttributes(CalloutAttributes) }];
  },

  renderHTML({ node }) {
    // The classes that readers' pages have too.
    return ['aside', { 'data-kind': node.attrs.kind, class: `callout callout-${node.attrs.kind}` }, 0];
  },
});
