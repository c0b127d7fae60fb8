import { Node } from '@tiptap/core';
import { EmbedAttributes } from '../attributes';
import { readAttributes, writtenAttributes } from './written-attributes';

/** A card that links to an external page. The reader's browser requests nothing from that page. */
export const Embed = Node.create({
  name: 'embed',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      url: { default: '' },
      title: { default: '' },
      text: { default: '' },
      site: { default: '' },
      mediaId: { default: null },
      kind: { default: 'link' },
    };
  },

  parseHTML() {
    return [{ tag: 'div[data-url]', getAttrs: readAttributes(EmbedAttributes) }];
  },

  renderHTML({ node }) {
    return ['div', writtenAttributes(node.attrs)];
  },
});
