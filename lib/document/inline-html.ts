import { isSafeHref } from './attributes';
import { escapeHtml } from './escape';
import { referenceHtml } from './note-reference';
import type { RenderState } from './rendering';
import type { BodyMark, BodyNode } from './types';
import { wordsHtml } from './words-html';

/** Outermost first, so that adjacent texts with the same link stay one link. */
const ORDER = ['link', 'bold', 'italic', 'strike', 'superscript', 'subscript', 'code'];

/** Renders the inline content of a block; marks are opened and closed only where they change. */
export function inlineHtml(nodes: BodyNode[], state: RenderState): string {
  let html = '';
  let open: BodyMark[] = [];
  for (const node of nodes) {
    const wanted = [...(node.marks ?? [])].sort((a, b) => ORDER.indexOf(a.type) - ORDER.indexOf(b.type));
    let kept = 0;
    while (kept < open.length && kept < wanted.length && isSameMark(open[kept], wanted[kept])) kept += 1;
    html += open.slice(kept).reverse().map(closing).join('');
    html += wanted
      .slice(kept)
      .map((mark) => opening(mark, state))
      .join('');
    html += leafHtml(node, state);
    open = wanted;
  }
  return html + [...open].reverse().map(closing).join('');
}

function leafHtml(node: BodyNode, state: RenderState): string {
  switch (node.type) {
    case 'text':
      return wordsHtml(node.text ?? '', state.language);
    case 'hardBreak':
      return '<br>';
    case 'footnote':
      return referenceHtml(node, state);
    default:
      throw new Error(`The renderer does not know the inline node ${node.type}.`);
  }
}

function isSameMark(one: BodyMark | undefined, other: BodyMark | undefined): boolean {
  return one?.type === other?.type && one?.attrs?.href === other?.attrs?.href;
}

const TAGS: Record<string, string> = {
  link: 'a',
  bold: 'strong',
  italic: 'em',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
};

function opening({ type, attrs }: BodyMark, { absoluteBase }: RenderState): string {
  if (type !== 'link') return `<${TAGS[type]}>`;
  const href = typeof attrs?.href === 'string' && isSafeHref(attrs.href) ? attrs.href : '#';
  const address = absoluteBase && href.startsWith('/') ? absoluteBase + href : href;
  return `<a href="${escapeHtml(address)}">`;
}

function closing({ type }: BodyMark): string {
  return `</${TAGS[type]}>`;
}
