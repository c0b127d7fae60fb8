import { Node } from '@tiptap/core';
import { VideoAttributes } from '../attributes';
import { readAttributes, writtenAttributes } from './written-attributes';

/** A video of the library. */
export const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      mediaId: { default: '' },
      caption: { default: '' },
      credit: { default: '' },
      transcript: { default: '' },
      poster: { default: null },
    };
  },

  parseHTML() {
    return [{ tag: 'div[data-video]', getAttrs: readAttributes(VideoAttributes) }];
  },

  renderHTML({ node }) {
    return ['div', { 'data-video': '', ...writtenAttributes(node.attrs) }];
  },
});
