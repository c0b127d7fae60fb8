import { Node } from '@tiptap/core';
import { FigureAttributes } from '../attributes';

/**
 * A picture with its caption and credit.
 * @see https://html.spec.whatwg.org/#the-figure-element
 */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      mediaId: { default: '' },
      alt: { default: '' },
      caption: { default: '' },
      credit: { default: '' },
      isWide: { default: false },
      isDecorative: { default: false },
    };
  },

  parseHTML() {
    return [{ tag: 'figure[data-media-id]', getAttrs: attributesFrom }];
  },

  renderHTML({ node }) {
    const { mediaId, alt, caption, credit, isWide, isDecorative } = node.attrs;
    const said = { 'data-alt': alt, 'data-caption': caption, 'data-credit': credit };
    const marked = { ...(isWide && { 'data-wide': '' }), ...(isDecorative && { 'data-decorative': '' }) };
    return ['figure', { 'data-media-id': mediaId, ...said, ...marked }];
  },
});

/** Reads the attributes of an element made by `renderHTML`; false when it is not one of our figures. */
function attributesFrom(element: HTMLElement) {
  const read = FigureAttributes.read({
    mediaId: element.getAttribute('data-media-id') ?? '',
    alt: element.getAttribute('data-alt') ?? '',
    caption: element.getAttribute('data-caption') ?? '',
    credit: element.getAttribute('data-credit') ?? '',
    isWide: element.hasAttribute('data-wide'),
    isDecorative: element.hasAttribute('data-decorative'),
  });
  return read ?? false;
}
