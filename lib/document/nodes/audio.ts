import { Node } from '@tiptap/core';
import { AudioAttributes } from '../attributes';
import { readAttributes, writtenAttributes } from './written-attributes';

/** An audio file of the library. */
export const Audio = Node.create({
  name: 'audio',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      mediaId: { default: '' },
      caption: { default: '' },
      credit: { default: '' },
      transcript: { default: '' },
    };
  },

  parseHTML() {
    return [{ tag: 'div[data-audio]', getAttrs: readAttributes(AudioAttributes) }];
  },

  renderHTML({ node }) {
    return ['div', { 'data-audio': '', ...writtenAttributes(node.attrs) }];
  },
});
