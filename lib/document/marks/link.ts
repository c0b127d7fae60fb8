import { Mark } from '@tiptap/core';
import { isSafeHref } from '../attributes';

/** A link with its address only: no class, no target. Words typed right after it are not part of it. */
export const Link = Mark.create({
  name: 'link',
  priority: 1000,
  keepOnSplit: false,
  exitable: true,
  inclusive: false,

  addAttributes() {
    return { href: { default: null } };
  },

  parseHTML() {
    return [
      { tag: 'a[href]', getAttrs: (element) => isSafeHref(element.getAttribute('href') ?? '') && null },
    ];
  },

  renderHTML({ HTMLAttributes: { href } }) {
    return ['a', { href: isSafeHref(String(href)) ? href : '' }, 0];
  },
});
